/* SPDX-License-Identifier: MIT */
#include "header.h"

#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

#include "header-common.h"

int f(T t);

#endif
