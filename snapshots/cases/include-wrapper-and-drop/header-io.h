/* SPDX-License-Identifier: MIT */
#ifndef HEADER_IO_H
#define HEADER_IO_H

/* Sized types. */
#include "types.h"

int g(void);

#endif
