/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

int f(void);
#include "rename.h"
int g(void);

#endif
