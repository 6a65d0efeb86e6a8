/* SPDX-License-Identifier: MIT */
#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

#define GRAPH_VERSION 2
int f(void);

#endif
