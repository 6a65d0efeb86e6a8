/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

#if 0
it's not C at all { ( "
int f(void);
#else
int f(void);
#endif
int g(void);
#if 0
int h(void);
#endif

#endif
