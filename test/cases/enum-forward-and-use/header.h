/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

struct later;
int f(struct later *l);
struct later { int a; };
int g(struct later l);

#endif
