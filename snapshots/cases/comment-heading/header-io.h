/* SPDX-License-Identifier: MIT */
#ifndef HEADER_IO_H
#define HEADER_IO_H

/* Reading and writing */
int g(void);

/* Other things */
int h(void);
int k(void);

#endif
