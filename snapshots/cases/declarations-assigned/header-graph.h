/* SPDX-License-Identifier: MIT */
#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

typedef struct Graph Graph;
#define GRAPH_MAX 8
int f(Graph *graph);

#endif
