/* SPDX-License-Identifier: MIT */
#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

DECLARE_LIST(idle);
int f(void);

#endif
