/* SPDX-License-Identifier: MIT */
#ifndef HEADER_IO_H
#define HEADER_IO_H

#include "header-graph.h"

#if GRAPH_VERSION > 1
int g(void);
#endif

#endif
