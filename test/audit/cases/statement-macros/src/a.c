#include "pool.h"
#define FOR_EACH(i, n) for (int i = 0; i < (n); i++)
#define WITH_CONTROL() for (int once = (control_lock(), 1); once; once = 0, control_unlock())
int pool_get(void)
{
    FOR_EACH(i, 3)
        pool_resize(i);
    FOR_EACH(j, 3) {
        pool_put(j);
    }
    return 0;
}
int pool_put(int slot)
{
    WITH_CONTROL() {
        pool_resize(slot);
    }
    return slot;
}
