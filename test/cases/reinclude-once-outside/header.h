/* SPDX-License-Identifier: MIT */
struct before;
#ifndef HEADER_H
#define HEADER_H
int f(void);
#endif
int g(void);
