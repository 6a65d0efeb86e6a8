/* SPDX-License-Identifier: MIT */
#include "header.h"

#ifndef HEADER_COMMON_H
#define HEADER_COMMON_H

#include "job.h"

typedef int T;

#endif
