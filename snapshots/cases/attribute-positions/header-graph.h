/* SPDX-License-Identifier: MIT */
#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

__attribute__((pure)) int f(void);
void *h(int n) __attribute__((malloc, alloc_size(1)));

#endif
