/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

#define LEVEL 1
int f(int a[LEVEL]);
#undef LEVEL
#define LEVEL 2
int g(int a[LEVEL]);

#endif
