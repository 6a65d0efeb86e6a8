#ifndef FOO_H
#define FOO_H

#include "glue.h"

#define LEVEL_one 1
static inline int first(void) { return GLUE(LEVEL_, one); }
#undef LEVEL_one
#define LEVEL_one 2
static inline int second(void) { return GLUE(LEVEL_, one); }

#endif
