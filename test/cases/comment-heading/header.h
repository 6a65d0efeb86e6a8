/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

/* Reading and writing */
int f(void);
int g(void);

/* Other things */
int h(void);
int k(void);

#endif
