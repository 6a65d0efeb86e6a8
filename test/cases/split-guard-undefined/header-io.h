/* SPDX-License-Identifier: MIT */
#ifndef HEADER_IO_H
#define HEADER_OI_H

#include "header-common.h"

int h(void);

#endif
