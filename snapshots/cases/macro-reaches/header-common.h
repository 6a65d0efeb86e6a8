/* SPDX-License-Identifier: MIT */
#ifndef HEADER_COMMON_H
#define HEADER_COMMON_H

#define INNER(a) f(a)
#define OUTER(a) INNER((a) + 1)

#endif
