/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

int f(int a);

#include "inline.h"

typedef struct { handle_t handle; } T;

int g(T *t);

#endif
