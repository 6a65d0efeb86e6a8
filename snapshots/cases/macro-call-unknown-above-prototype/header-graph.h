/* SPDX-License-Identifier: MIT */
#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

#include "header-common.h"

AVAILABLE_IN(3)
int f(void);

#endif
