/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

int value(int x);
int f(void);
#define value(x) other_##x
int g(void);

#endif
