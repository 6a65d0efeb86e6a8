/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

int f(int limit);
#include "limit.h"
int g(int a[limit]);

#endif
