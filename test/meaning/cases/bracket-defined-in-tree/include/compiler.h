#ifndef COMPILER_H
#define COMPILER_H
#include "compiler-gcc.h"
#define ALIGN_PUSH(most) ALIGN_STATE(push, most)
#define ALIGN_BACK() ALIGN_STATE(pop)
#endif
