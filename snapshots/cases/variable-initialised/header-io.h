/* SPDX-License-Identifier: MIT */
#ifndef HEADER_IO_H
#define HEADER_IO_H

#include "header-common.h"

static const char *const names[] = { "f(", ");", "};" };
int g(void);

#endif
