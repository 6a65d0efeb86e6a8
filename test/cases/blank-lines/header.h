/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

int f1(void);


int f2(void);
int g1(void);
int f3(void);

int g2(void);

int g3(void);
int f4(void);
int g4(void);

#endif
