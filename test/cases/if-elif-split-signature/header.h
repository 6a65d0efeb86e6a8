/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

int f(
#if defined(A)
    int a
#elif defined(B)
    int b
#else
    void
#endif
);
#if defined(A)
static inline
#else
extern
#endif
int g(void)
#if defined(A)
{ return 0; }
#else
;
#endif

#endif
