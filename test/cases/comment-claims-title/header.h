/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

/* The title, about f alone after all */

/* of f and g, by default */
int f(void);
int g(void);

#endif
