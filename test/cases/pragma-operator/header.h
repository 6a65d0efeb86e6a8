/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

_Pragma("pack(push, 1)")
struct packed { char c; int i; };
_Pragma("pack(pop)")
int f(void);
struct plain { char c; int i; };
int g(void);

#endif
