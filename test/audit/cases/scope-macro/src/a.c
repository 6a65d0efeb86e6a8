#include "pool.h"
#define WITH_CONTROL(why) for (int once = (control_lock(), 1); once; once = 0, control_unlock())
int pool_get(void)
{
    WITH_CONTROL("one") {
        pool_resize(1);
    }
    WITH_CONTROL("two")
        pool_resize(2);
    return 0;
}
int pool_put(int slot)
{
    WITH_CONTROL("three") {
        if (slot == 1)
            return pool_resize(slot);
    }
    return pool_open();
}
