/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

int f(int limit);
#define limit 8
int g(int a[limit]);

#endif
