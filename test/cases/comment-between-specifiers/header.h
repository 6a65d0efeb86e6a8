/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

extern /* the f */ int
/* in the middle */
f(void);
int g(/* nothing */ void);

#endif
