/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

typedef struct s s_t;
int f(s_t *s);
typedef struct s s_t;
int g(s_t *s);

#endif
