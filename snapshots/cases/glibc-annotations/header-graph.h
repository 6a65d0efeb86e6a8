/* SPDX-License-Identifier: MIT */
#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

extern void *f(void *__dest, const void *__src)
     __THROW __nonnull ((1, 2));
extern char *h (const char *__s) __THROW __attribute_malloc__ __nonnull ((1)) __wur;

#endif
