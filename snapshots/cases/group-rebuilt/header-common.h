/* SPDX-License-Identifier: MIT */
#ifndef HEADER_COMMON_H
#define HEADER_COMMON_H

#if defined(A)
#elif defined(C)
#else
typedef int fallback;
#endif

#endif
