#include "pool.h"

static int of_int(int x) { return x; }
int pool_get(void)
{
    return _Generic(pool_open(), int: of_int, default: of_int)(1);
}
int pool_put(int slot)
{
    return _Generic(slot, int: pool_open(), default: 0);
}
