/* SPDX-License-Identifier: MIT */
#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

/**
 * f:
 * Does it.
 */
int f(void);

/* g2() undoes what h() did; neither is f2(). */
int h(void);
int f2(void);

#endif
