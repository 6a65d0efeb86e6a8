/* SPDX-License-Identifier: MIT */
#ifndef SYS_HEADER_H
#define SYS_HEADER_H

typedef int T;
int f(T t);
int g(T t);

#endif
