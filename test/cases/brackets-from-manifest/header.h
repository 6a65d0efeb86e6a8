/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

MYLIB_C_OPEN
int f(void);
MYLIB_C_SHUT
MYLIB_C_OPEN
int g(void);
MYLIB_C_SHUT

#endif
