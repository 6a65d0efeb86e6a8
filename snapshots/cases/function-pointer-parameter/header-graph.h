/* SPDX-License-Identifier: MIT */
#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

int f(int (*compare)(const void *a, const void *b));

#endif
