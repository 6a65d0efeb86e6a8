#include "pool.h"
int pool_get(void)
{
    if (in_control() == 1)
        return pool_resize(1);
    return 0;
}
int pool_put(int slot)
{
    if (1 != in_control())
        return slot;
    return pool_resize(2);
}
int pool_submit(void (*done)(void *opaque), void *opaque)
{
    if (in_control() != 1)
        return pool_resize(3);
    return 0;
}
