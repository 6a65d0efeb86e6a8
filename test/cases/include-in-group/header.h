/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

int f(void);
#ifdef CONFIG_X
# include "x.h"
int g(x_t x);
#else
int g(int x);
#endif

#endif
