/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

int f(void);
#ifdef HEADER_AGAIN
#include "header.h"
#endif
int g(void);

#endif
