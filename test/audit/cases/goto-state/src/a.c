#include "pool.h"
int pool_get(void)
{
    int result;
    control_lock();
    result = pool_resize(1);
    if (result < 0) {
        goto out;
    }
    control_unlock();
    return result;
out:
    pool_resize(0);
    control_unlock();
    return -1;
}
int pool_put(int slot)
{
    if (slot < 0) {
        goto out;
    }
    control_lock();
    pool_resize(slot);
out:
    pool_resize(0);
    return 0;
}
