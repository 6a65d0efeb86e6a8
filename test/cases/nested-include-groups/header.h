/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

#include "always.h" /* the base */
#ifdef CONFIG_X
/* X needs both. */
# include "x.h"
# if X_VERSION > 2
#  include "x2.h" // newer
# else
#  error "too old"
# endif
#endif

int f(void);
int g(void);

#endif
