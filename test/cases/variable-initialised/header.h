/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

static const int (*const table[])(void) = { 0, 0 };
static const char *const names[] = { "f(", ");", "};" };
int f(void);
int g(void);

#endif
