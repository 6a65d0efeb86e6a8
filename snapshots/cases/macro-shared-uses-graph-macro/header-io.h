/* SPDX-License-Identifier: MIT */
#ifndef HEADER_IO_H
#define HEADER_IO_H

#include "header-common.h"
#include "header-graph.h"

int g(int a[ALL_FLAGS]);

#endif
