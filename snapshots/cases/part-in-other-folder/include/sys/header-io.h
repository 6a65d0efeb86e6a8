/* SPDX-License-Identifier: MIT */
#ifndef SYS_HEADER_IO_H
#define SYS_HEADER_IO_H

#include "header-common.h"

int g(T t);

#endif
