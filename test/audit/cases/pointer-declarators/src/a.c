#include "pool.h"
struct ops { int (*first)(int), (*second)(int), count; int (*third)(int); };
static int grow(int size) { return pool_resize(size); }
static int open_it(int size) { return pool_open(); }
static const struct ops table = { 0, grow, 1, open_it };
int pool_get(void)
{
    return table.second(1);
}
int pool_put(int slot)
{
    return table.third(slot);
}
