/* SPDX-License-Identifier: MIT */
#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

#include "header-common.h"

#pragma pack(push)
#pragma pack(1)
#pragma pack(push, 2)
int f(struct b *b);
#pragma pack(pop)
#pragma pack(pop)

#endif
