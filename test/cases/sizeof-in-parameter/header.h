/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

struct s { int a; };
int f(char buffer[sizeof(struct s)]);
#define LENGTH sizeof(struct s)
int g(char buffer[LENGTH]);

#endif
