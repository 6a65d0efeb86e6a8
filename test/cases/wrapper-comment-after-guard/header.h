/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

/*
 * About the whole file.
 *
 * At length.
 */

#include "types.h"

/* Types */

typedef int T;

int f(T t);
int g(T t);

#endif
