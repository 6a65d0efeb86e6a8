/* SPDX-License-Identifier: MIT */
#ifndef LIST_HEADER_GRAPH_H
#define LIST_HEADER_GRAPH_H

#include "header-common.h"

void change(int width);

#endif
