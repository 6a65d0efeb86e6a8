/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

int f(int (*compare)(const void *a, const void *b));
int g(void callback(int), void (*handlers[2])(void));

#endif
