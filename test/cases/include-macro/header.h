/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

#include CONFIG_HEADER
int f(void);
int g(void);

#endif
