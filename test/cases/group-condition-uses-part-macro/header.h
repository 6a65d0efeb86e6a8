/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

#define GRAPH_VERSION 2
int f(void);
#if GRAPH_VERSION > 1
int g(void);
#endif

#endif
