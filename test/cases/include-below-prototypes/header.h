/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

int f(void);

#include "types.h"

int g(thing_t *t);

#endif
