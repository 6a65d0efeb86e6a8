/* SPDX-License-Identifier: MIT */
#ifndef HEADER_COMMON_H
#define HEADER_COMMON_H

#define OF(args) args
#define EXPORT
#define ZEXTERN extern

#endif
