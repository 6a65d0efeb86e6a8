/* SPDX-License-Identifier: MIT */
#ifndef SYS_HEADER_COMMON_H
#define SYS_HEADER_COMMON_H

typedef int T;

#endif
