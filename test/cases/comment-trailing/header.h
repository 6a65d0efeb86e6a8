/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

int f(void); /* why f */
int g(int a, /* first */
      int b  /* second */
); /* why g
      in two lines */
int h(void) /* before the semicolon */;

#endif
