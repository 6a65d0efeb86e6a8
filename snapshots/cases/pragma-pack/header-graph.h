/* SPDX-License-Identifier: MIT */
#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

#include "header-common.h"

#pragma pack(push, 1)
int f(struct wire *w);
#pragma pack(pop)

#endif
