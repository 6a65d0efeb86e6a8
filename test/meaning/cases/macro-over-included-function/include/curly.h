/* SPDX-License-Identifier: MIT */
#ifndef CURLY_H
#define CURLY_H

typedef struct curly curly_t;

int curly_open(curly_t *c);
int curly_close(curly_t *c);

#include "multi.h"
#ifdef CHECKED
#include "checked.h"
#else
#define multi_set(c, o, v) multi_set(c, o, v)
#endif

#endif
