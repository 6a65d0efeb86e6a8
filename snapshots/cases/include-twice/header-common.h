/* SPDX-License-Identifier: MIT */
#ifndef HEADER_COMMON_H
#define HEADER_COMMON_H

#define KIND 1
#include "template.h"
#undef KIND
#define KIND 2
#include "template.h"
#undef KIND

#endif
