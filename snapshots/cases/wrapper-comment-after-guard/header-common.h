/* SPDX-License-Identifier: MIT */
#ifndef HEADER_COMMON_H
#define HEADER_COMMON_H

/*
 * About the whole file.
 *
 * At length.
 */

#include "types.h"

/* Types */

typedef int T;

#endif
