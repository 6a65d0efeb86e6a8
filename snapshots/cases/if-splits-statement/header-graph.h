/* SPDX-License-Identifier: MIT */
#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

static inline int f(int a)
#ifdef CHECKED
{
    if (!a)
        return -1;
#else
{
#endif
    return a;
}

#endif
