/* SPDX-License-Identifier: MIT */
#include "header.h"

#ifndef SYS_HEADER_COMMON_H
#define SYS_HEADER_COMMON_H

#include "sys/types.h"

#endif
