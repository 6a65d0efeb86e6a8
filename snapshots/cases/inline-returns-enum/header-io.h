/* SPDX-License-Identifier: MIT */
#ifndef HEADER_IO_H
#define HEADER_IO_H

#include "header-common.h"

static inline unsigned g(unsigned m) { if (m) return 1; return 2; }

#endif
