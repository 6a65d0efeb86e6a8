/* SPDX-License-Identifier: MIT. This file is free. */
#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

#include "header-common.h"

int get(int a);

int first(void);

#endif
