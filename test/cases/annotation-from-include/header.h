/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

#include "annotations.h"

my_pure int f(void);
MY_SECTION(init)
int g(void);

#endif
