/* SPDX-License-Identifier: MIT */
#ifndef HEADER_IO_H
#define HEADER_IO_H

#include "header-graph.h"
#include "lock.h"

int g(void);

static inline int either(void)
{
    assert_either();
    return 2;
}

#endif
