/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

_Static_assert(sizeof(int) >= 2, "int; too { small");
int f(void);
_Static_assert(sizeof(long) >= 4, "long");
int g(void);

#endif
