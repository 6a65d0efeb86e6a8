/* SPDX-License-Identifier: MIT */
#ifndef MY_GRAPH_H
#define MY_GRAPH_H

int f(void);

#endif /* MY_GRAPH_H */
