/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

struct flags {
    unsigned a : 1, : 0;
    unsigned b : sizeof(int) > 2 ? 3 : 1;
};
int f(struct flags s);
int g(struct flags s);

#endif
