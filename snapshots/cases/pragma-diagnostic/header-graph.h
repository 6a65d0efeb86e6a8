/* SPDX-License-Identifier: MIT */
#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wredundant-decls"
int f(void);
int f(void);
#pragma GCC diagnostic pop

#endif
