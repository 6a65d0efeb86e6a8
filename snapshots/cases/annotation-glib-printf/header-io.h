/* SPDX-License-Identifier: MIT */
#ifndef HEADER_IO_H
#define HEADER_IO_H

void G_GNUC_PRINTF(2, 3)
g(int level, const char *fmt, ...);

#endif
