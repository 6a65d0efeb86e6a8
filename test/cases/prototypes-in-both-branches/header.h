/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

#ifdef CONFIG_64
int f(long a);
int g(long a);
#else
int f(int a);
int g(int a);
#endif

#endif
