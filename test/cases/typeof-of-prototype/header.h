/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

int f(void);
extern __typeof__(f) f_alias;
int g(void);

#endif
