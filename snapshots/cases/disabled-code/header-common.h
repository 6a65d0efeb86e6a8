/* SPDX-License-Identifier: MIT */
#ifndef HEADER_COMMON_H
#define HEADER_COMMON_H

#if 0
it's not C at all { ( "
int f(void);
#endif
#if 0
int h(void);
#endif

#endif
