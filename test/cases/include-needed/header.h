/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

#include "job.h"
#include "types.h"
#include "size.h"

typedef byte_t block_t[SIZE];

int f(Job *job);
int g(block_t b);

#endif
