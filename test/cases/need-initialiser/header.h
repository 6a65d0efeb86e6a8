/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

int f(void);
static int (*const hook)(void) = f;
static int (*const *const hooks)(void) = &hook;
int g(void);

#endif
