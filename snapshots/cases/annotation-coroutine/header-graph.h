/* SPDX-License-Identifier: MIT */
#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

#include "header-common.h"

int coroutine_fn f(void);
char coroutine_fn *h(void);

#endif
