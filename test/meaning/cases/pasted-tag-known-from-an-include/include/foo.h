#ifndef FOO_H
#define FOO_H

#include "name.h"

STACK_OF(name) *names_new(void);
int names_count(const STACK_OF(name) *names);
void names_free(STACK_OF(name) *names);

#endif
