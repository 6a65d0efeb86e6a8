/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

#ifdef CONFIG_X
int f(int a);
#else
#define f(a) ((a) + 0)
#endif
int g(int a);
#define g(a) (g)(a)

#endif
