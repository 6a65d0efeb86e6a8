/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

/* a star * and a slash / and an end \
   *\
/
int f(void);
int g(void);

#endif
