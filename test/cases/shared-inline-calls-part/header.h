/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

int f(int a);
static inline int helper(int a)
{
    return f(a);
}
int g(int a);

#endif
