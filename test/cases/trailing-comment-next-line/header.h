/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

#define A 1 /* one
               more */
#define B 2 // two
int f(void);  /* of f
               * and more
               */

int g(void);

#endif
