/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

#ifdef ANCIENT
#define const
#define inline
#endif
const char *f(const int a);
static inline int g(void) { return 0; }

#endif
