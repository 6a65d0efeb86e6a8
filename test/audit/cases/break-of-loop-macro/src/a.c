#include "pool.h"
extern int more(void);
#define FOREACH(i, n) for (int i = 0; i < (n); i++)
int pool_get(void)
{
    control_lock();
    FOREACH(i, 3) {
        control_unlock();
        if (more()) {
            break;
        }
        control_lock();
    }
    return pool_resize(1);
}
int pool_put(int slot)
{
    for (;;) {
        FOREACH(i, 3) {
            if (more()) {
                break;
            }
        }
        control_lock();
        if (more()) {
            break;
        }
        control_unlock();
    }
    pool_resize(slot);
    control_unlock();
    return 0;
}
