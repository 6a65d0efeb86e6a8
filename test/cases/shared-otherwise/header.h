/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

typedef int T;
int f(T t);
int g(T t);

#endif
