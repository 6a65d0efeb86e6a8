/* SPDX-License-Identifier: MIT. This file is free. */
#ifndef HEADER_IO_H
#define HEADER_IO_H

#include "header-common.h"

const char *resolve(const char *refname, int flags, int *oid);

int put(int a);

/* Like get() above, but waits. */
int get_wait(int a);

/* The function above is the first. The list below has two: one, two. */
int second(void);

int other(int a);

#endif
