/* SPDX-License-Identifier: MIT */
#ifndef HEADER_IO_H
#define HEADER_IO_H

/* f, again */
int f2(int a);
int g(int a);

#endif
