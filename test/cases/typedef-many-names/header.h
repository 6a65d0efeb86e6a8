/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

typedef struct node { struct node *next; } node_t, *node_p, node_a[2];
int f(node_p n);
int g(node_t *n);

#endif
