/* SPDX-License-Identifier: MIT */
#ifndef HEADER_COMMON_H
#define HEADER_COMMON_H

#pragma pack(1)
struct a { char c; int i; };
#pragma pack()

#endif
