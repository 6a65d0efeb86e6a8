#include "pool.h"
int pool_get(void) { return in_control() ? pool_resize(1) : pool_put(1); }
int pool_put(int slot)
{
    if (!in_control()) {
        goto out;
    }
    pool_resize(slot);
out:
    return in_control() || slot ? 0 : pool_open();
}
