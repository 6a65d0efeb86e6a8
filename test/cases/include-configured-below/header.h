/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

int f(void);
#define WANT_LONG 1
#include "types.h"
#undef WANT_LONG
int g(wanted_t a);

#endif
