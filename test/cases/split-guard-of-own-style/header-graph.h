/* SPDX-License-Identifier: MIT */
#ifndef OF_THE_GRAPH
#define WITHIN_GRAPH
#define OF_THE_GRAPH

#include "header-common.h"

int f(void);
int g(void);

#endif
