/* SPDX-License-Identifier: MIT */
#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

#define LEVEL 1
int f(int a[LEVEL]);
#undef LEVEL
#define LEVEL 2

#endif
