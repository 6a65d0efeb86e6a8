/* SPDX-License-Identifier: MIT */
#ifndef HEADER_COMMON_H
#define HEADER_COMMON_H

static const int (*const table[])(void) = { 0, 0 };

#endif
