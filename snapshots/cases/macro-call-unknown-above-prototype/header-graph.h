/* SPDX-License-Identifier: MIT */
#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

AVAILABLE_IN(3)
int f(void);

#endif
