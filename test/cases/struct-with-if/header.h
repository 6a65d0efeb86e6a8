/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

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
int f(struct s *s);
int g(kind_t k);

#endif
