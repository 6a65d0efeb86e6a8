/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

#pragma pack(push)
#pragma pack(1)
struct a { char c; int i; };
#pragma pack(push, 2)
struct b { char c; int i; };
int f(struct b *b);
#pragma pack(pop)
int g(struct a *a);
#pragma pack(pop)
struct c { char c; int i; };

#endif
