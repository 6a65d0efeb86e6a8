/* SPDX-License-Identifier: MIT */
#ifndef HEADER_IO_H
#define HEADER_IO_H

#include "header-common.h"

#ifdef CONFIG_Y
int g(void);
#else
/* no g without Y */
#endif

#endif
