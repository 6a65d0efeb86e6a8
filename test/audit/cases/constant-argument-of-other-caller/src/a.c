#include "pool.h"
static int open_slot(int slot, int grow)
{
    return grow ? pool_resize(2) : slot;
}
static int open_more(int slot) { return open_slot(slot, 1); }
static int open_some(int slot) { return open_more(slot); }
int pool_get(void) { return open_slot(3, 0); }
int pool_put(int slot) { return open_some(slot); }
