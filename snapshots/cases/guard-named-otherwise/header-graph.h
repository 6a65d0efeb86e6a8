/* SPDX-License-Identifier: MIT */
#ifndef PROJECT_API_HEADER_GRAPH_H
#define PROJECT_API_HEADER_GRAPH_H

int f(void);

#endif
