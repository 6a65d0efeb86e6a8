/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

static inline int f(int a)
{
#ifdef FAST
    if (a) {
#else
    if (a > 1) {
#endif
        return 1;
    }
#if 0
    }
#endif
    return a;
}
int g(void);

#endif
