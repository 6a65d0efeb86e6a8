/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

struct s { int f; };
int f(void);
static inline int g(struct s *s, int h)
{
    int local = s->f + h;
    struct s t = { .f = 1 };
    return local + t.f;
}
int h(void);

#endif
