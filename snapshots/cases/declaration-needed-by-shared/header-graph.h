/* SPDX-License-Identifier: MIT */
#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

typedef struct Graph Graph;
struct both { Graph *graph; };
int f(Graph *graph);

#endif
