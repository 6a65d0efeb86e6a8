/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

static inline int f(void);
int g(void);
static inline int h(void) { return f(); }
static inline int f(void) { return 1; }

#endif
