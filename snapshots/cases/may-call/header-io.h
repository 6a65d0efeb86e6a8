/* SPDX-License-Identifier: MIT */
#ifndef HEADER_IO_H
#define HEADER_IO_H

#include "header-graph.h"

int f(void);

#define G_NOW() g()

static inline int h(void)
{
    return g();
}

#endif
