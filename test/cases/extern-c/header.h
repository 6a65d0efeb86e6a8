/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

struct s;

#ifdef __cplusplus
extern "C" {
#endif

int f(struct s *s);
int g(struct s *s);

#ifdef __cplusplus
}
#endif

#endif
