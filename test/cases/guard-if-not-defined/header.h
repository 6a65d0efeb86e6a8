/* SPDX-License-Identifier: MIT */
#if !defined(__MY_HEADER_INCLUDED__)
#define __MY_HEADER_INCLUDED__ 1

int f(void);
int g(void);

#endif /* !defined(__MY_HEADER_INCLUDED__) */
