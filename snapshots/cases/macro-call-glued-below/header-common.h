/* SPDX-License-Identifier: MIT */
#ifndef HEADER_COMMON_H
#define HEADER_COMMON_H

#define DEPRECATED_SINCE(v) __attribute__((deprecated))

#endif
