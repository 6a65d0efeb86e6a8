#include "pool.h"
int pool_get(void)
{
    switch (pool_put(1)) {
    case 1:
        control_lock();
        pool_resize(1);
        control_unlock();
        break;
    case 2:
        pool_resize(2);
        break;
    default:
        control_lock();
    }
    return 0;
}
