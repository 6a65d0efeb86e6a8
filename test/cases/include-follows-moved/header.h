/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

int f(int);
#include "magic.h"
#include "later.h"
int g(int);

#endif
