/* SPDX-License-Identifier: MIT */
#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

#ifdef A
#include "header-common.h"
#else
#include "header-common.h"
#endif

int f(void);
int g(void);

#endif
