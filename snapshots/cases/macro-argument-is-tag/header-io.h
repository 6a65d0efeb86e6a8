/* SPDX-License-Identifier: MIT */
#ifndef LIST_HEADER_IO_H
#define LIST_HEADER_IO_H

#include "header-common.h"

int width(void);

#endif
