/* SPDX-License-Identifier: MIT */
#ifndef HEADER_IO_H
#define HEADER_IO_H

int g(int a, /* first */
      int b  /* second */
); /* why g
      in two lines */

#endif
