/* SPDX-License-Identifier: MIT */
#ifndef HEADER_COMMON_H
#define HEADER_COMMON_H

_Static_assert(sizeof(int) >= 2, "int; too { small");
_Static_assert(sizeof(long) >= 4, "long");

#endif
