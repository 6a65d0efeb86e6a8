/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

/* The title of both */

/* of f alone */
int f(void);
int g(void);

#endif
