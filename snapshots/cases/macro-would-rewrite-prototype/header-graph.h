/* SPDX-License-Identifier: MIT */
#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

int value(int x);
int f(void);
#define value(x) other_##x

#endif
