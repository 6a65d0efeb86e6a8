#ifndef LOCK_H
#define LOCK_H
/* Relies on what came before, as headers of many trees do. */
#include "list.h"
bool lock_held(void);
#define CHECK_LOCK() ((void)lock_held())
#endif
