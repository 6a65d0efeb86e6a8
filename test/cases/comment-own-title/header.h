/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

/* Stands apart, and is about f alone */

int f(void);
int g(void);

#endif
