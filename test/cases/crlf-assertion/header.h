/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

static inline int f(int a)
{
    int b = a;
    return b;
}
int g(void);

#endif
