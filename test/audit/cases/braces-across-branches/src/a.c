#include "pool.h"
int pool_get(void)
{
#ifdef WIDE
    if (pool_put(1)) {
#else
    if (pool_put(2)) {
#endif
        return 1;
    }
#ifdef WIDE
    { int n = 0; n++; }
#endif
    return 0;
}
#if 0
int pool_put(int slot) { return pool_resize(slot); }
#else
int pool_put(int slot) { return slot; }
#endif
int pool_submit(void (*done)(void *opaque), void *opaque)
{
#ifdef DEEP
    if (opaque) {
        return 1;
    } else
#endif
    {
        return pool_resize(3);
    }
}
