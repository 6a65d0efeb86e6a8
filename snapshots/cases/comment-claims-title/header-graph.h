/* SPDX-License-Identifier: MIT */
#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

/* The title, about f alone after all */

/* of f and g, by default */
int f(void);

#endif
