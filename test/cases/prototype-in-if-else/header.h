/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

#ifdef CONFIG_X
int f(void);
#else
static inline int f(void)
{
    return 0;
}
#endif
int g(void);

#endif
