#include "pool.h"
int pool_get(void)
{
    int had = in_control();
    if (!had) {
        control_lock();
    }
    pool_resize(1);
    if (!had) {
        control_unlock();
    }
    return 0;
}
