/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

#define WANT_INT 1
#include "types.h"
int f(wanted_t a);
int g(wanted_t a);

#endif
