/* SPDX-License-Identifier: MIT */
#ifndef HEADER_IO_H
#define HEADER_IO_H

#include "header-common.h"

#ifdef WITH_KEYS
# ifndef WITH_POINTS
#  define POINT void
# endif
#else
# define POINT int
#endif

int packet_put(struct packet *packet, POINT *point);

#if !defined(WITH_KEYS)
# undef POINT
#elif !defined(WITH_POINTS)
# undef POINT
#endif

#endif
