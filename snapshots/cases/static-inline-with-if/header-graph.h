/* SPDX-License-Identifier: MIT */
#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

static inline int f(int a)
{
#ifdef FAST
    if (a) {
#else
    if (a > 1) {
#endif
        return 1;
    }
#if 0
    }
#endif
    return a;
}

#endif
