/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

/* Sized types. */
#include "types.h"
#include "late.h"
#include "never.h"

int f(void);
int g(void);

#endif
