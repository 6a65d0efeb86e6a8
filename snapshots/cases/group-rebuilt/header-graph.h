/* SPDX-License-Identifier: MIT */
#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

#include "header-common.h"

#if defined(A)
int f(void);
# if defined(B)
# else
int h(void);
# endif
#endif

#endif
