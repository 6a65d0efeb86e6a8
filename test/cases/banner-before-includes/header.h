/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

#include "types.h"
int f(void);
int g(void);

#endif
