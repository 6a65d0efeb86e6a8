/* SPDX-License-Identifier: MIT */
#ifndef LIB_HEADER_IO_H
#define LIB_HEADER_IO_H

#include <lib/header-common.h>

int g(base_t b);

#endif
