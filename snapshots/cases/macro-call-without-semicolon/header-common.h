/* SPDX-License-Identifier: MIT */
#ifndef HEADER_COMMON_H
#define HEADER_COMMON_H

#define DECLARE_CHECKERS(T, NAME) static inline T *NAME(void *p) { return (T *)p; }

struct object;
DECLARE_CHECKERS(struct object, OBJECT)
DECLARE_CHECKERS(const struct object, OBJECT_CONST)

#endif
