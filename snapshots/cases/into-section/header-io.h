/* SPDX-License-Identifier: MIT */
#ifndef HEADER_IO_H
#define HEADER_IO_H

#include "header-common.h"

/* I/O. */

int g1(T t);
int g2(T t);

/* Either. */

int e1(T t);
int e2(T t);

#endif
