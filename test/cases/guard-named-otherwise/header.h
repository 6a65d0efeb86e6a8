/* SPDX-License-Identifier: MIT */
#ifndef PROJECT_API_H
#define PROJECT_API_H

int f(void);
int g(void);

#endif
/* end of header.h */
