#ifndef BIG_LOCK_H
#define BIG_LOCK_H

int big_lock_held(void);
#define ASSERT_BIG() ((void)big_lock_held())

#endif
