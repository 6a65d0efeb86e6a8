/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

/**
 * f - do it
 * @a: what
 *
 * See also g().
 */
int f(int a);

/* f, again */
int f2(int a);
int g(int a);

#endif
