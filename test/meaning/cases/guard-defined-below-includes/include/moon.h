/* SPDX-License-Identifier: MIT */
#ifndef MOON_H

#define MOON_STARTS
#include "phase.h"
#undef MOON_STARTS

#define MOON_H 1

phase_t moon_rise(void);
int moon_set(phase_t phase);

#endif /* MOON_H */
