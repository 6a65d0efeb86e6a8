/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

int f(int x);
#include "multi.h"
#include "magic.h"
int g(void);

#endif
