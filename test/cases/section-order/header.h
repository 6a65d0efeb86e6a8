/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

int a(void);
static inline int b(void) { return 1; }
static inline int c(void) { return b(); }

#endif
