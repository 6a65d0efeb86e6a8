/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

inline int f(int a);
extern inline __attribute__((gnu_inline, always_inline)) int g(int a) { return a; }
static __inline__ int h(int a) { return a; };
static inline void k(void) { struct { int a; } s = { 1 }; (void)s; }

#endif
