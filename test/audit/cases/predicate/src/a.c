#include "pool.h"
int pool_get(void)
{
    if (in_control()) {
        return pool_resize(1);
    }
    return 0;
}
int pool_put(int slot)
{
    if (!in_control()) {
        return pool_resize(slot);
    }
    return pool_resize(0);
}
int pool_submit(void (*done)(void *opaque), void *opaque) { return in_control() && pool_resize(2); }
