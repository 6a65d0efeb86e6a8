/* SPDX-License-Identifier: MIT */
#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

#define T long
T f(T a);
#undef T
#define T int

#endif
