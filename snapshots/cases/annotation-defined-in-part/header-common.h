/* SPDX-License-Identifier: MIT */
#ifndef HEADER_COMMON_H
#define HEADER_COMMON_H

#define FMT(n) __attribute__((format_arg(n)))

#endif
