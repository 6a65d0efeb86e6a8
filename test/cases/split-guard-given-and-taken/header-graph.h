/* SPDX-License-Identifier: MIT */
#ifndef HEADER_OF_IO_H
#define HEADER_OF_IO_H

#include "header-common.h"

int f(void);
int g(void);

#endif
