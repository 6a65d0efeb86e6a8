/* SPDX-License-Identifier: MIT */
#ifndef HEADER_IO_H
#define HEADER_IO_H

int __attribute__((pure)) g(void);
int k(int a __attribute__((unused)));

#endif
