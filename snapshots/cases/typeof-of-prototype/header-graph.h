/* SPDX-License-Identifier: MIT */
#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

int f(void);
extern __typeof__(f) f_alias;

#endif
