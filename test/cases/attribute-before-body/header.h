/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

static inline int f(void) __attribute__((unused));
static inline int f(void)
{
    return 0;
}
static __attribute__((noinline, unused))
int g(void)
{
    return 0;
}

#endif
