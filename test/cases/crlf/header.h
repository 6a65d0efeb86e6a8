/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

/* about f */
int f(int a,
      int b);

#define MACRO(a) \
    (a)

int g(void);

#endif
