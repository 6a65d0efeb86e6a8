/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

int f(int a);
#define INNER(a) f(a)
#define OUTER(a) INNER((a) + 1)
int g(int a);

#endif
