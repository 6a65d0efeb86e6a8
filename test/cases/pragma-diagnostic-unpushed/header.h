/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

#pragma GCC diagnostic ignored "-Wpedantic"
int f(void);
int g(void);

#endif
