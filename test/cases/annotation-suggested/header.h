/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

int my_noise f(void);
int g(void);

#endif
