/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

#define LIST_ENTRY(type) struct { struct type *next; }
struct node {
    int value;
    LIST_ENTRY(node) siblings;
    LIST_ENTRY(node)
    children;
};
int f(struct node *n);
int g(struct node *n);

#endif
