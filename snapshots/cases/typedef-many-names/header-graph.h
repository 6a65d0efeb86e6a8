/* SPDX-License-Identifier: MIT */
#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

typedef struct node { struct node *next; } node_t, *node_p, node_a[2];
int f(node_p n);

#endif
