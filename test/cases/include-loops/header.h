/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

#include "job.h" /* for Job */

typedef struct Block Block;

int f(Block *b);
int g(Block *b);

#endif
