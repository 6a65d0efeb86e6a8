/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

#if 0
#elif 0
#elif 1
int f(void);
#else
#error no
#endif
int g(void);

#endif
