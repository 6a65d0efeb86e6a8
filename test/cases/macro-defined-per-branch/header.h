/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

#ifdef CONFIG_X
# define API extern
#else
# define API
#endif
API int f(void);
API int g(void);
#undef API

#endif
