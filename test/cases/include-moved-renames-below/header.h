/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

int f(int);
#include "magic.h"
int g(int);

#endif
