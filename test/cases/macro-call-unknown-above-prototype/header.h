/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

AVAILABLE_IN(3)
int f(void);
AVAILABLE_IN(4)

int g(void);

#endif
