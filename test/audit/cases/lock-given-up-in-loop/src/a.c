#include "pool.h"
extern int more(void);
int pool_get(void)
{
    control_lock();
    while (more()) {
        pool_resize(1);
        control_unlock();
        more();
        control_lock();
        pool_resize(2);
    }
    control_unlock();
    return 0;
}
int pool_put(int slot)
{
    do {
        control_lock();
        pool_resize(slot);
        control_unlock();
        pool_open();
    } while (1);
}
