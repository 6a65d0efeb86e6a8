/* SPDX-License-Identifier: MIT */
#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

void f(const char *fmt, ...) G_GNUC_PRINTF(1, 2);
G_GNUC_PRINTF(1, 0)
void h(const char *fmt, va_list ap);

#endif
