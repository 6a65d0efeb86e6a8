/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

__attribute__((pure)) int f(void);
int __attribute__((pure)) g(void);
void *h(int n) __attribute__((malloc, alloc_size(1)));
int k(int a __attribute__((unused)));

#endif
