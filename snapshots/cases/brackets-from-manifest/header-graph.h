/* SPDX-License-Identifier: MIT */
#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

MYLIB_C_OPEN
int f(void);
MYLIB_C_SHUT

#endif
