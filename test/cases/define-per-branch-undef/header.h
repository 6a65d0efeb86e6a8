/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

#ifdef WITH_KEYS
# ifndef WITH_POINTS
#  define POINT void
# endif
#else
# define POINT int
#endif

struct packet;
int packet_log(struct packet *packet);
int packet_put(struct packet *packet, POINT *point);

#if !defined(WITH_KEYS)
# undef POINT
#elif !defined(WITH_POINTS)
# undef POINT
#endif

#endif
