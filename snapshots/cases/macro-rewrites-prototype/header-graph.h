/* SPDX-License-Identifier: MIT */
#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

int f(int handle);
#define f(handle) ((handle) ? 1 : 0)
int (f)(int handle);

#endif
