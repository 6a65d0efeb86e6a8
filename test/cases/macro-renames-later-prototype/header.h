/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

int f(void);
#define renamed g
int renamed(void);
int h(void);

#endif
