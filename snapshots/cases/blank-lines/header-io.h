/* SPDX-License-Identifier: MIT */
#ifndef HEADER_IO_H
#define HEADER_IO_H

int g1(void);

int g2(void);

int g3(void);
int g4(void);

#endif
