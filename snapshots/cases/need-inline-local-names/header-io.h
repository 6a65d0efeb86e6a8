/* SPDX-License-Identifier: MIT */
#ifndef HEADER_IO_H
#define HEADER_IO_H

#include "header-common.h"

static inline int g(struct s *s, int h)
{
    int local = s->f + h;
    struct s t = { .f = 1 };
    return local + t.f;
}

#endif
