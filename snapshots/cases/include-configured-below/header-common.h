/* SPDX-License-Identifier: MIT */
#ifndef HEADER_COMMON_H
#define HEADER_COMMON_H

#define WANT_LONG 1
#include "types.h"
#undef WANT_LONG

#endif
