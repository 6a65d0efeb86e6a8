/* SPDX-License-Identifier: MIT */
#ifndef HEADER_COMMON_H
#define HEADER_COMMON_H

struct s {
    int a;
#ifdef WIDE
    int b;
    /* b's comment */
#else
    char b;
#endif
};
typedef enum {
#define VALUE(x) x,
VALUE(A)
#undef VALUE
    LAST
} kind_t;

#endif
