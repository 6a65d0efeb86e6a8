/* SPDX-License-Identifier: MIT */
#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

#ifndef USE_64
extern int f(int fd, long offset) __THROW;
#else
# ifdef __REDIRECT_NTH
extern int __REDIRECT_NTH (f, (int fd, long long offset), f64);
# else
#  define f f64
# endif
#endif

#endif
