#include "pool.h"
#define BIG_LOCK() control_lock()
#define BIG_UNLOCK() control_unlock()
int pool_get(void)
{
    BIG_LOCK();
    pool_resize(1);
    BIG_UNLOCK();
    return 0;
}
