/* SPDX-License-Identifier: MIT */
#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

#ifdef CONFIG_X
int f(int a);
#else
#define f(a) ((a) + 0)
#endif

#endif
