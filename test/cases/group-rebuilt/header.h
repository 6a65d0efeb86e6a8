/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

#if defined(A)
int f(void);
# if defined(B)
int g(void);
# else
int h(void);
# endif
#elif defined(C)
int g(void);
#else
typedef int fallback;
#endif

#endif
