#include "pool.h"
extern int more(void);
int pool_get(void)
{
    for (;;) {
        control_lock();
        if (!more()) {
            break;
        }
        pool_resize(1);
        control_unlock();
    }
    pool_resize(2);
    control_unlock();
    return 0;
}
int pool_put(int slot)
{
    while (more()) {
        control_lock();
        if (slot == 2) {
            control_unlock();
            continue;
        }
        pool_resize(slot);
        control_unlock();
    }
    return pool_open();
}
