/* SPDX-License-Identifier: MIT */
#ifndef _FCNTL_H
#define _FCNTL_H

#include <bits/fcntl.h>

extern int f_open(const char *path, f_mode_t mode);
extern int f_lock(int fd);

#endif
