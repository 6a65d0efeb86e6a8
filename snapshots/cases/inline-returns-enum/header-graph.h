/* SPDX-License-Identifier: MIT */
#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

#include "header-common.h"

static inline enum kind f(unsigned m) { return m ? K1 : K2; }

#endif
