/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

int f(int a);
static inline int g(int a)
{
    return f(a);
}
static inline int h(int a)
{
    return g(a);
}

#endif
