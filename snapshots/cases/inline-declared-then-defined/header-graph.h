/* SPDX-License-Identifier: MIT */
#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

static inline int f(void);
static inline int h(void) { return f(); }
static inline int f(void) { return 1; }

#endif
