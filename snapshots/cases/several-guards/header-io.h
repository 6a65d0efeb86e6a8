/* SPDX-License-Identifier: MIT */
#ifndef HEADER_IO_H
#define HEADER_IO_H

#ifndef HAVE_G
# define HAVE_G 0
int g(void);
#endif

#endif
