/* SPDX-License-Identifier: MIT */
#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

#include "header-common.h"

#pragma push_macro("near")
#undef near
int f(int near);
#pragma pop_macro("near")

#endif
