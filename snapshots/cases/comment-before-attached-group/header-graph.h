/* SPDX-License-Identifier: MIT */
#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

/* Only with X. */
#ifdef CONFIG_X
int f(void);
#endif

#endif
