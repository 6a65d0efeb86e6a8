/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

#pragma GCC poison gets
int f(void);
int g(void);

#endif
