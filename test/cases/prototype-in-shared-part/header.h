/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

int f(void);
typedef int T;
int g(T t);
int h(void);

#endif
