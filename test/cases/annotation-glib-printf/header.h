/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

void f(const char *fmt, ...) G_GNUC_PRINTF(1, 2);
void G_GNUC_PRINTF(2, 3)
g(int level, const char *fmt, ...);
G_GNUC_PRINTF(1, 0)
void h(const char *fmt, va_list ap);

#endif
