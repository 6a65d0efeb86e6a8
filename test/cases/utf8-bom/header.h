/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

/* Größe */
int f(void);
int g(void);

#endif
