/* SPDX-License-Identifier: MIT */
#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

#include "header-common.h"

int g(void);
int spared(void);
static inline int f(void)
{
    return 0;
}
static inline int k(void)
{
    assert_io();
    return 0;
}

#endif
