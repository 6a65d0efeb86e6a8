/* SPDX-License-Identifier: MIT */
#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

#include "header-common.h"

#pragma pack(1)
int f(struct a *a);
#pragma pack()

#endif
