/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

int f(void);

static inline int g(void)
{
    return f();
}

#endif
