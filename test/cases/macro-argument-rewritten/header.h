/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

int f(int a);
#define ARGS(x) (int x)
int g ARGS(f);
#undef ARGS
#define ARGS(x) (long x)
int h ARGS(a);

#endif
