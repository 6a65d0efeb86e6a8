/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

int f(void);
#pragma weak f
int g(void);

#endif
