/* SPDX-License-Identifier: MIT */
#ifndef HEADER_IO_H
#define HEADER_IO_H

extern inline __attribute__((gnu_inline, always_inline)) int g(int a) { return a; }
static inline void k(void) { struct { int a; } s = { 1 }; (void)s; }

#endif
