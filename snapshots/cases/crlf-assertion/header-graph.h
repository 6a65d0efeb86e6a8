/* SPDX-License-Identifier: MIT */
#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

#include "lock.h"

/*
 * Graph.
 * Locked.
 */

static inline int f(int a)
{
    int b = a;
    assert_locked();
    return b;
}

#endif
