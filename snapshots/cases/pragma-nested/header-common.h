/* SPDX-License-Identifier: MIT */
#ifndef HEADER_COMMON_H
#define HEADER_COMMON_H

#pragma pack(push)
#pragma pack(1)
struct a { char c; int i; };
#pragma pack(push, 2)
struct b { char c; int i; };
#pragma pack(pop)
#pragma pack(pop)
struct c { char c; int i; };

#endif
