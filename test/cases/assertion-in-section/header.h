/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

static inline int f(void) { return 1; }
static inline int either(void)
{
    return 2;
}
int g(void);

#endif
