/* SPDX-License-Identifier: MIT */
#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

inline int f(int a);
static __inline__ int h(int a) { return a; };

#endif
