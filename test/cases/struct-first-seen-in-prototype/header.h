/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

struct s *f(void);
struct s { int a; };
int g(struct s *s);

#endif
