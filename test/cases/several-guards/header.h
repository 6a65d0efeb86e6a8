/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

#ifndef f
int f(void);
#endif
#ifndef HAVE_G
# define HAVE_G 0
int g(void);
#endif
#if HAVE_G
int h(void);
#endif

#endif
