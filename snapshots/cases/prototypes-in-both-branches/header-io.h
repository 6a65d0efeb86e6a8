/* SPDX-License-Identifier: MIT */
#ifndef HEADER_IO_H
#define HEADER_IO_H

#ifdef CONFIG_64
int g(long a);
#else
int g(int a);
#endif

#endif
