/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

int f(void); int g(void); /* both */
struct s { int a; }; int h(struct s *s);

#endif
