/* SPDX-License-Identifier: MIT */
#ifndef SUN_H
#define SUN_H

#if defined(__SUNPRO_C)
# if __SUNPRO_C >= 0x520
#  pragma error_messages(off, E_ARRAY_OF_INCOMPLETE)
# endif
#endif

int sun_rise(int hour);

typedef int sun_t;

int sun_set(sun_t hour);

#if defined(__SUNPRO_C)
# if __SUNPRO_C >= 0x520
#  pragma error_messages(default, E_ARRAY_OF_INCOMPLETE)
# endif
#endif

#endif
