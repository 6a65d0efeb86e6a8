/* SPDX-License-Identifier: MIT */
#ifndef HEADER_IO_H
#define HEADER_IO_H

/* a star * and a slash / and an end \
   *\
/
int g(void);

#endif
