/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

int (*f(int which))(void);
void (*(*g(void))(int))(char *);

#endif
