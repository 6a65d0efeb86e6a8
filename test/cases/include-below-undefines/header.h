/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

#define API extern
API int f(void);
#include "undef.h"
int g(void);

#endif
