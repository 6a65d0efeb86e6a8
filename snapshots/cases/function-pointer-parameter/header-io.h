/* SPDX-License-Identifier: MIT */
#ifndef HEADER_IO_H
#define HEADER_IO_H

int g(void callback(int), void (*handlers[2])(void));

#endif
