/* -*- Mode: C; tab-width: 4; indent-tabs-mode: nil -*- */

#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

#include "header-common.h"

void graph_walk(int depth);

#endif
