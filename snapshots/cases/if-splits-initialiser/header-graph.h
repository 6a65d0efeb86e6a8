/* SPDX-License-Identifier: MIT */
#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

#include "header-common.h"

static const int table[] = {
#ifdef WIDE
    1, 2,
#endif
    3
};
int f(void);

#endif
