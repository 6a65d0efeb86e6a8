/* SPDX-License-Identifier: MIT */
#ifndef HEADER_IO_H
#define HEADER_IO_H

#if defined(A)
static inline
#else
extern
#endif
int g(void)
#if defined(A)
{ return 0; }
#else
;
#endif

#endif
