#include "pool.h"

int pool_get(void)
{
    return (*pool_open)();
}
int pool_put(int slot)
{
    return (**&pool_resize)(slot);
}
