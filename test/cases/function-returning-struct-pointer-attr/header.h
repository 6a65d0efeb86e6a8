/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

struct s;
struct s *__attribute__((returns_nonnull)) f(void);
const struct s *const
    *restrict_free(struct s *);

#endif
