/* SPDX-License-Identifier: MIT */
#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

#include "header-common.h"

/*
 * Graph API. These functions run under the lock, and this banner is long enough to need a block.
 * Second line.
 */

int f(void);

#endif
