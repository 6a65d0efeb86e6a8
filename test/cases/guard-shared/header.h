/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

#include "inner.h"

int f(inner_t a);
int g(inner_t a);

#endif
