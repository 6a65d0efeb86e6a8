/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

static inline int f(int a)
{
#define TWICE(x) ((x) * 2)
    return TWICE(a);
}
int g(int a[TWICE(4)]);

#endif
