/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

typedef int T;
int g1(T t);
int e1(T t);
int f(T t);
int g2(T t);
int e2(T t);

#endif
