/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

#define VERSION 2
#if VERSION > 1
int f(void);
#else
int g(void);
#endif

#endif
