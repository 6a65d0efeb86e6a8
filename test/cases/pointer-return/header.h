/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

struct s;
char *f(void);
const struct s *const *g(void);

#endif
