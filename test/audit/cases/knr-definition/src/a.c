#include "pool.h"
struct ops { int (*get)(); };
static int grow(n, ops)
    int n;
    struct ops *ops;
{
    return pool_resize(n) + ops->get();
}
int pool_get() { return grow(1, 0); }
