/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

static const int table[] = {
#ifdef WIDE
    1, 2,
#endif
    3
};
enum kind {
    A,
#ifdef WIDE
    B,
#endif
};
int f(void);
int g(enum kind k);

#endif
