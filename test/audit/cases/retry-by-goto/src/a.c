#include "pool.h"
extern int more(void);
int pool_get(void)
{
retry:
    control_lock();
    if (more()) {
        control_unlock();
        goto retry;
    }
    pool_resize(1);
    control_unlock();
    return 0;
}
int pool_put(int slot)
{
again:
    pool_resize(slot);
    control_lock();
    if (more()) {
        goto again;
    }
    control_unlock();
    return 0;
}
