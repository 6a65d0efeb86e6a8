/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H
int f(int a,
      int b);
int g(void);
#endif
