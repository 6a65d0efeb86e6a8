/* SPDX-License-Identifier: MIT */
#ifndef HEADER_IO_H
#define HEADER_IO_H

#include "header-graph.h"

static inline int g(int a)
{
    return f(a);
}

#endif
