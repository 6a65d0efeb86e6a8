/* SPDX-License-Identifier: MIT */
#include "header.h"

#ifndef SYS_HEADER_GRAPH_H
#define SYS_HEADER_GRAPH_H

#include "header-common.h"

int f(t_t t);

#endif
