/* SPDX-License-Identifier: MIT */
#ifndef WALK_H
#define WALK_H

#ifdef WALK_LARGE
# if !defined(WALK_BY_NAME)
#  define walk_size walk_size64
# endif
#endif
#ifndef WALK_LARGE
struct walk_size { int a; };
int walk_first(struct walk_size *size);
#endif
#if defined WALK_BY_NAME && !defined WALK_OLD
int walk_by(int walk_next);
#endif
#ifdef WALK_OLD
# define walk_next walk_next_old
#else
int walk_next(int a);
#endif

#endif
