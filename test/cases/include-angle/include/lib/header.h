/* SPDX-License-Identifier: MIT */
#ifndef LIB_HEADER_H
#define LIB_HEADER_H

#include <lib/base.h>

int f(base_t b);
int g(base_t b);

#endif
