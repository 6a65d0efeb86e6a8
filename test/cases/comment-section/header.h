/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

/* Constructors */

int f(void);

/* Detached: about g and h */

int g(void);
int h(void);

/* of k */
int k(void);

#endif
