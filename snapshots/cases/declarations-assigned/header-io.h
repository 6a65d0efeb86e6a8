/* SPDX-License-Identifier: MIT */
#ifndef HEADER_IO_H
#define HEADER_IO_H

extern int io_count;
struct io { int a; };
int g(struct io *io);

#endif
