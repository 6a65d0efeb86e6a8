#ifndef LOCK_H
#define LOCK_H

#include <assert.h>

extern struct lock_state { int held; } lock_state;
int lock_is_held(void);

#define ASSERT_LOCKED() assert(lock_is_held())

#endif
