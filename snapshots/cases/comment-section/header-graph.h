/* SPDX-License-Identifier: MIT */
#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

/* Constructors */

int f(void);

/* Detached: about g and h */

int h(void);

#endif
