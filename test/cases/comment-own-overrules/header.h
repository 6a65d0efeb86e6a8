/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

/* Only about this one. */
int f(void);
int g(void);

#endif
