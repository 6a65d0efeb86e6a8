/* SPDX-License-Identifier: MIT */
#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

/* The title of both */

/* of f alone */
int f(void);

#endif
