#ifndef LOCK_H
#define LOCK_H
struct lock { char tag; int value; };
_Static_assert(sizeof(struct lock) == 8, "the lock's layout");
bool lock_held(void);
#define CHECK_LOCK() ((void)lock_held())
#endif
