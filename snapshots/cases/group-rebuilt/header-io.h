/* SPDX-License-Identifier: MIT */
#ifndef HEADER_IO_H
#define HEADER_IO_H

#include "header-common.h"

#if defined(A)
# if defined(B)
int g(void);
# endif
#elif defined(C)
int g(void);
#endif

#endif
