#include "pool.h"
int pool_get(void)
{
    control_lock();
    for (int i = 0; i < 3; i++) {
        pool_resize(i);
        if (i == 1) {
            control_unlock();
        }
    }
    return 0;
}
int pool_put(int slot)
{
    control_lock();
    while (slot-- > 0) {
        if (slot == 2) {
            break;
        }
        pool_resize(slot);
    }
    pool_resize(9);
    control_unlock();
    return 0;
}
