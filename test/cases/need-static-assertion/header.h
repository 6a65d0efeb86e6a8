/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

struct s { int a; };
_Static_assert(sizeof(struct s) >= 2, "s");
int f(struct s *s);
int g(void);

#endif
