/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

typedef struct Graph Graph;
#define GRAPH_MAX 8
extern int io_count;
struct io { int a; };
int f(Graph *graph);
int g(struct io *io);

#endif
