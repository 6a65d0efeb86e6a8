/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

extern int (*hook)(void);
extern int (*hooks[2])(int), (*other)(void);
int f(void);
int g(void);

#endif
