/* SPDX-License-Identifier: MIT */
#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

#include "header-common.h"

ZEXTERN int EXPORT f OF((int level, const char *version));

#endif
