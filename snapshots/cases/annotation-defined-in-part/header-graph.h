/* SPDX-License-Identifier: MIT */
#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

#include "header-common.h"

static inline FMT(1) FMT(2)
const char *f(const char *a, const char *b) { return a; }
FMT(1) FMT(2) const char *h(const char *a, const char *b);

#endif
