/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

typedef int Graph;
int f(void);
int g(void);

#endif
