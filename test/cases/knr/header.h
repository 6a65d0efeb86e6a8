/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

int f();
static inline int g(a, b)
    int a;
    char *b;
{
    return a + (b != 0);
}

#endif
