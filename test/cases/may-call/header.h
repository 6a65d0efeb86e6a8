/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

int f(void);
int g(void);

#define G_NOW() g()

static inline int h(void)
{
    return g();
}

#endif
