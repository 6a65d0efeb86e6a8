#include "pool.h"
static void enter(void) { control_lock(); }
static void leave(void) { pool_put(1); control_unlock(); }
static void enter_maybe(int n) { if (n) { control_lock(); } }
int pool_get(void)
{
    enter();
    pool_resize(1);
    leave();
    return 0;
}
int pool_put(int slot)
{
    control_lock();
    leave();
    pool_resize(slot);
    return 0;
}
int pool_submit(void (*done)(void *opaque), void *opaque)
{
    enter_maybe(opaque != 0);
    return pool_resize(2);
}
