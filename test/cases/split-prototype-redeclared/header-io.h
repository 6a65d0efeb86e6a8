/* SPDX-License-Identifier: MIT */
#ifndef HEADER_IO_H
#define HEADER_IO_H

#include "header-common.h"

int h(void);
int h(void) __attribute__((pure));
#ifdef A
int k(void);
#endif
#ifdef B
int k(void);
#endif

#endif
