/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

#define SWAP(a, b) \
    do {           \
        int t = a; \
        a = b;     \
        b = t;     \
    } while (0)
int f(void);
int g(void);

#endif
