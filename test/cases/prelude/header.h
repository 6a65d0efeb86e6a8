/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

int f(base_t b);
int g(base_t b);

#endif
