/* SPDX-License-Identifier: MIT */
#ifndef HEADER_IO_H
#define HEADER_IO_H

static inline int g(a, b)
    int a;
    char *b;
{
    return a + (b != 0);
}

#endif
