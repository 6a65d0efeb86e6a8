/* SPDX-License-Identifier: MIT */
#ifndef HEADER_IO_H
#define HEADER_IO_H

MY_ATTR(2) MY_API
int g(void);

#endif
