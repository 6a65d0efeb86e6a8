/* SPDX-License-Identifier: MIT */
#ifndef HEADER_COMMON_H
#define HEADER_COMMON_H

#ifdef CONFIG_X
# include "x.h"
#endif

#endif
