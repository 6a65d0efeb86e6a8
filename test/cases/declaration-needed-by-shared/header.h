/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

typedef struct Graph Graph;
struct both { Graph *graph; };
int f(Graph *graph);
int g(struct both *both);

#endif
