#ifndef LOCK_H
#define LOCK_H
#include "disk.h"
int lock_held(void);
#define lock_assert() ((void)lock_held())
#endif
