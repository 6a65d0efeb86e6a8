/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

#define GRAPH_FLAG 1
#define ALL_FLAGS (GRAPH_FLAG | 2)
int f(int a);
int g(int a[ALL_FLAGS]);

#endif
