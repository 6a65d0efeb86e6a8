/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

/**
 * f:
 * Does it.
 */
int f(void);
int g(void);

/* g2() undoes what h() did; neither is f2(). */
int h(void);
int f2(void);
int g2(void);

#endif
