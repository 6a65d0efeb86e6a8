#ifndef FOO_H
#define FOO_H

#include "stack.h"

STACK_OF(name) *names_new(void);
int names_count(const STACK_OF(name) *names);
int names_count_twice(const STACK_OF(name) *names, int (*count)(const STACK_OF(name) *));

#endif
