/* SPDX-License-Identifier: MIT */
#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

int f1(void);


int f2(void);
int f3(void);

int f4(void);

#endif
