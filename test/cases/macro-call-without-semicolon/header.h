/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

#define DECLARE_CHECKERS(T, NAME) static inline T *NAME(void *p) { return (T *)p; }

struct object;
DECLARE_CHECKERS(struct object, OBJECT)
int f(struct object *o);
DECLARE_CHECKERS(const struct object, OBJECT_CONST)

int g(struct object *o);

#endif
