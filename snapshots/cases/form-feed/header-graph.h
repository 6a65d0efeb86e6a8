/* SPDX-License-Identifier: MIT */
#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

int f(void);

/* Page two. */

int k(void);

#endif
