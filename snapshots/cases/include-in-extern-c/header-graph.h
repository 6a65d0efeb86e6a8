/* SPDX-License-Identifier: MIT */
#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

#include "header-common.h"

#ifdef __cplusplus
extern "C" {
#endif
int f(type_t t);
#ifdef __cplusplus
}
#endif

#endif
