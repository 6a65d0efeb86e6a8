/* SPDX-License-Identifier: MIT */
#ifndef HEADER_COMMON_H
#define HEADER_COMMON_H

#ifdef ANCIENT
#define const
#define inline
#endif

#endif
