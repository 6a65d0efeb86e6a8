/* SPDX-License-Identifier: MIT */
#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

static inline int f(void) __attribute__((unused));
static inline int f(void)
{
    return 0;
}

#endif
