/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

extern int f(void);
int extern g(void);
extern int counter;

#endif
