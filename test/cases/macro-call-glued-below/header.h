/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

#define DEPRECATED_SINCE(v) __attribute__((deprecated))

DEPRECATED_SINCE(3)
int f(void);
int g(void);

#endif
