/* SPDX-License-Identifier: MIT */
#ifndef HEADER_COMMON_H
#define HEADER_COMMON_H

#define ALL_FLAGS (GRAPH_FLAG | 2)

#endif
