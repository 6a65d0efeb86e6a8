/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

#define T long
T f(T a);
#undef T
#define T int
T g(T a);
#undef T

#endif
