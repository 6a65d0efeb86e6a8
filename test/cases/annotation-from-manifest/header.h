/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

MY_API int f(void) MY_ATTR(1);
MY_ATTR(2) MY_API
int g(void);

#endif
