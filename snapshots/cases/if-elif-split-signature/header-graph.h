/* SPDX-License-Identifier: MIT */
#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

int f(
#if defined(A)
    int a
#elif defined(B)
    int b
#else
    void
#endif
);

#endif
