#include "pool.h"

int pool_get(void)
{
    return (0, pool_open)();
}
int pool_put(int slot)
{
    return (slot ? pool_resize : pool_resize)(slot);
}
