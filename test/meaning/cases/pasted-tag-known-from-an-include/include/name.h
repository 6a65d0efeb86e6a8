#ifndef NAME_H
#define NAME_H
#include "stack.h"
DEFINE_STACK_OF(name)
#endif
