#include "pool.h"

int pool_get(void)
{
    int (*p)(void) = pool_open; return p();
}
int pool_put(int slot)
{
    int (*p)(int); p = slot ? pool_resize : 0; return (*p)(slot);
}
