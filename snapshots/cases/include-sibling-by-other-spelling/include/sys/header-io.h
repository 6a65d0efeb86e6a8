/* SPDX-License-Identifier: MIT */
#include "header.h"

#ifndef SYS_HEADER_IO_H
#define SYS_HEADER_IO_H

#include "header-common.h"

int g(t_t t);

#endif
