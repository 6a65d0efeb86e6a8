/* SPDX-License-Identifier: MIT */
#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

#ifdef CONFIG_64
int f(long a);
#else
int f(int a);
#endif

#endif
