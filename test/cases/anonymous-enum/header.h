/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

enum {
    FIRST,
    SECOND = 2, /* trailing, with a comma */
};
enum { ONLY };
int f(void);
int g(void);

#endif
