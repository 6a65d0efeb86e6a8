/* SPDX-License-Identifier: MIT */
#ifndef HEADER_IO_H
#define HEADER_IO_H

#include "header-common.h"

#if VERSION > 1
#else
int g(void);
#endif

#endif
