/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

/* Frees it. */
int f(void);

/*
 * Looks at it,
 * long.
 */
int g(void);

#endif
