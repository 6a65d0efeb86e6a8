/* SPDX-License-Identifier: MIT */
#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

#include "header-common.h"

/*
 * Two
 * lines.
 */

/* about f */
int f(int a,
      int b);

#endif
