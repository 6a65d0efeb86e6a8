/* SPDX-License-Identifier: MIT */
#ifndef HEADER_IO_H
#define HEADER_IO_H

MYLIB_C_OPEN
int g(void);
MYLIB_C_SHUT

#endif
