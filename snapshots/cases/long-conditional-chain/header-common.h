/* SPDX-License-Identifier: MIT */
#ifndef HEADER_COMMON_H
#define HEADER_COMMON_H

#if 0
#elif 0
#elif 1
#else
#error no
#endif

#endif
