/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

#define FMT(n) __attribute__((format_arg(n)))
static inline FMT(1) FMT(2)
const char *f(const char *a, const char *b) { return a; }
FMT(1) FMT(2) const char *h(const char *a, const char *b);
int g(void);

#endif
