/* SPDX-License-Identifier: MIT */
#ifndef HEADER_COMMON_H
#define HEADER_COMMON_H

#if defined(BAD)
#error "f( and ' are trouble"
#endif
#warning keep
#line 100

#endif
