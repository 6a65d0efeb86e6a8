/* SPDX-License-Identifier: MIT */
#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

// this line goes on \
int not_a_prototype(void);
int f(void);

#endif
