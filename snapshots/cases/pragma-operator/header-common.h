/* SPDX-License-Identifier: MIT */
#ifndef HEADER_COMMON_H
#define HEADER_COMMON_H

_Pragma("pack(push, 1)")
struct packed { char c; int i; };
_Pragma("pack(pop)")
struct plain { char c; int i; };

#endif
