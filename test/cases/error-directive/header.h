/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

#if defined(BAD)
#error "f( and ' are trouble"
#endif
#warning keep
int f(void);
#line 100
int g(void);

#endif
