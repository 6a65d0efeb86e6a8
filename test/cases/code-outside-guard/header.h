/* SPDX-License-Identifier: MIT */
#include "config.h"
#ifndef HEADER_H
#define HEADER_H
int f(void);
#endif
int g(void);
