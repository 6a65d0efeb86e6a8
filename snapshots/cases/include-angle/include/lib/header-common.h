/* SPDX-License-Identifier: MIT */
#ifndef LIB_HEADER_COMMON_H
#define LIB_HEADER_COMMON_H

#include <lib/base.h>

#endif
