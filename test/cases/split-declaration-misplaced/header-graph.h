/* SPDX-License-Identifier: MIT */
#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

#include "header-common.h"

#define POLL 1
struct Tag;
int f(void);
int g(void);

#endif
