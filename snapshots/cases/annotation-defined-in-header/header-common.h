/* SPDX-License-Identifier: MIT */
#ifndef HEADER_COMMON_H
#define HEADER_COMMON_H

#define my_pure __attribute__((pure))
#define my_nothing

#endif
