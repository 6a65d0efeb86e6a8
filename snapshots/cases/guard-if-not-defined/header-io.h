/* SPDX-License-Identifier: MIT */
#if !defined(__MY_HEADER_IO_INCLUDED__)
#define __MY_HEADER_IO_INCLUDED__ 1

int g(void);

#endif /* !defined(__MY_HEADER_IO_INCLUDED__) */
