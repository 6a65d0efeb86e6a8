/* SPDX-License-Identifier: MIT */
#ifndef HEADER_IO_H
#define HEADER_IO_H

#include "header-common.h"

#ifdef CONFIG_X
int g(x_t x);
#else
int g(int x);
#endif

#endif
