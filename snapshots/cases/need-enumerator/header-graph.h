/* SPDX-License-Identifier: MIT */
#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

enum { GRAPH_SIZE = 3 };
int f(void);

#endif
