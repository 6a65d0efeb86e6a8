/* SPDX-License-Identifier: MIT */
#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

#include "header-io.h"

#ifndef f
int f(void);
#endif
#if HAVE_G
int h(void);
#endif

#endif
