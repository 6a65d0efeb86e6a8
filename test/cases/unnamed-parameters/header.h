/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

int f(int, char *[], int (*)(void));
int g(int [static 2], ...);

#endif
