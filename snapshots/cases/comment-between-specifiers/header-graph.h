/* SPDX-License-Identifier: MIT */
#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

extern /* the f */ int
/* in the middle */
f(void);

#endif
