/* SPDX-License-Identifier: MIT */
#ifndef HEADER_IO_H
#define HEADER_IO_H

#ifndef F_LOCK
int g(int fd, int cmd);
#endif

#endif
