/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

typedef int base_t;
int f(base_t b);
#include "more.h"
int g(more_t b);

#endif
