/* SPDX-License-Identifier: MIT */
#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

extern "C" {
int f(void);
} /* extern "C" */

extern "C" int h(void);

#endif
