/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

int f(void);
int g(void);
int fresh(void);

int apart(void);

#endif
