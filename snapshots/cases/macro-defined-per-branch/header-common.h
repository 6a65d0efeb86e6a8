/* SPDX-License-Identifier: MIT */
#ifndef HEADER_COMMON_H
#define HEADER_COMMON_H

#ifdef CONFIG_X
# define API extern
#else
# define API
#endif

#endif
