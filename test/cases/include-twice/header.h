/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

#define KIND 1
#include "template.h"
#undef KIND
#define KIND 2
#include "template.h"
#undef KIND
int f(void);
int g(void);

#endif
