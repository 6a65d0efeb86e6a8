#include "pool.h"
int pool_get(void)
{
    void *const labels[] = { &&first, &&second };
    control_lock();
    goto *labels[in_control()];
first:
    pool_resize(1);
second:
    control_unlock();
    return 0;
}
int pool_put(int slot)
{
    void *const labels[] = { &&first };
    goto *labels[slot];
first:
    return pool_resize(slot);
}
