/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

enum { GRAPH_SIZE = 3 };
int f(void);
int g(int a[GRAPH_SIZE]);

#endif
