/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

#ifdef WIDE
long f(long a,
#else
int f(int a,
#endif
      int b);
int g(int a
#ifdef WIDE
      , int b
#endif
);

#endif
