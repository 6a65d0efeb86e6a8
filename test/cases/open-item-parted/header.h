/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

AVAILABLE_IN(3)
#ifdef LONG
int f(long a);
#endif

/* Always there. */
int g(void);

#endif
