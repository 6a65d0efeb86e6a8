/* SPDX-License-Identifier: MIT */
#ifndef HEADER_IO_H
#define HEADER_IO_H

extern int g (const char *__restrict __format, ...)
     __THROWNL __attribute__ ((__format__ (__printf__, 1, 2)));

#endif
