/* SPDX-License-Identifier: MIT */
#ifndef HEADER_IO_H
#define HEADER_IO_H

#include "header-common.h"

int blk_open(void);

#endif
