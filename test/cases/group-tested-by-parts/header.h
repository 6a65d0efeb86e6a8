/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

#ifndef F_LOCK
#define F_LOCK 1
int f(int fd, int cmd);
int g(int fd, int cmd);
#endif

#endif
