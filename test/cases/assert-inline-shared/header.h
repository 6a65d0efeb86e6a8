/* SPDX-License-Identifier: MIT */
#pragma once

#include "types.h"

typedef int T;
static inline T f(T a) { return a; }
int g(T a);
