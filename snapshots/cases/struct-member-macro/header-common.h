/* SPDX-License-Identifier: MIT */
#ifndef HEADER_COMMON_H
#define HEADER_COMMON_H

#define LIST_ENTRY(type) struct { struct type *next; }
struct node {
    int value;
    LIST_ENTRY(node) siblings;
    LIST_ENTRY(node)
    children;
};

#endif
