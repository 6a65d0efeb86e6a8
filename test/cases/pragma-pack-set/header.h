/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

#pragma pack(1)
struct a { char c; int i; };
int f(struct a *a);
#pragma pack()
int g(struct a *a);

#endif
