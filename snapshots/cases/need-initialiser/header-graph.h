/* SPDX-License-Identifier: MIT */
#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

int f(void);
static int (*const hook)(void) = f;
static int (*const *const hooks)(void) = &hook;

#endif
