#include "pool.h"
#include "assert.h"
static int resize_marked(int n)
{
    int old = n;

    assert(in_control());
    return pool_resize(old);
}
static int resize_sometimes(int n)
{
    if (n > 1) {
        assert(in_control());
    }
    return pool_resize(n);
}
int pool_get(void) { return resize_marked(1); }
int pool_put(int slot) { return resize_sometimes(slot); }
