/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

int f(int limit);
#define limit(x) ((x) + 1)
int g(int limit);

#endif
