/* SPDX-License-Identifier: MIT */
#ifndef LIB_GRAPH_H
#define LIB_GRAPH_H

#include <lib/header-common.h>

int f(base_t b);

#endif
