/* SPDX-License-Identifier: MIT */
#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

#define WANT_INT 1
#include "types.h"
int f(wanted_t a);

#endif
