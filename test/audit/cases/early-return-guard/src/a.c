#include "pool.h"
int pool_get(void)
{
    if (!in_control())
        return -1;
    return pool_resize(1);
}
int pool_put(int slot)
{
    if (slot > 3 && !in_control()) {
        return -1;
    }
    return pool_resize(slot);
}
int pool_submit(void (*done)(void *opaque), void *opaque)
{
    if (!opaque || !in_control()) {
        return -1;
    }
    return pool_resize(0);
}
