/* SPDX-License-Identifier: MIT */
#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

#include "header-common.h"

#ifdef WIN32
int f(void);
#else
int f(void);
#endif
int g(void);
static inline int g(void)
{
    return 0;
}

#endif
