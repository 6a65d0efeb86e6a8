/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

int f(int a??(2??));
int g(void);

#endif
