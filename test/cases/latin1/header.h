/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

/* Größe */
int f(void);
#define NAME "é" /* ÿ */
int g(void); /* naïve */

#endif
