#include "pool.h"

static int of_int(int x) { return pool_resize(x); }
static int of_long(long x) { return (int)x; }
#define of(x) _Generic((x), int: of_int, long: of_long)(x)
int pool_get(void)
{
    return of(1);
}
int pool_put(int slot)
{
    return _Generic(slot, long: of_long, default: of_int)(slot);
}
