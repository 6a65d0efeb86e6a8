/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

#undef f
int f(void);
int g(void);
#undef g

#endif
