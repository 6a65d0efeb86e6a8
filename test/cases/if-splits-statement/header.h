/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

static inline int f(int a)
#ifdef CHECKED
{
    if (!a)
        return -1;
#else
{
#endif
    return a;
}
int g(void);

#endif
