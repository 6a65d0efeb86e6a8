#include "pool.h"
extern int control_trylock(void);
int pool_get(void)
{
    if (control_trylock()) {
        pool_resize(1);
        control_unlock();
        return 0;
    }
    return pool_open();
}
int pool_put(int slot)
{
    int got = control_trylock();
    if (!got) {
        return -1;
    }
    pool_resize(slot);
    control_unlock();
    return 0;
}
