/* SPDX-License-Identifier: MIT */
#ifndef HEADER_IO_H
#define HEADER_IO_H

void (*(*g(void))(int))(char *);

#endif
