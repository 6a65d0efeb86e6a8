/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

int f(int handle);
#define f(handle) ((handle) ? 1 : 0)
int (f)(int handle);
int g(void);

#endif
