/* SPDX-License-Identifier: MIT */
#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

#ifdef CONFIG_X
int f(void);
#else
static inline int f(void)
{
    return 0;
}
#endif

#endif
