#include "pool.h"

#define _cleanup_(f) __attribute__((cleanup(f)))
static void control_drop(int *g) { (void)g; control_unlock(); }
static int take(void) { control_lock(); return 1; }
int pool_get(void)
{
    _cleanup_(control_drop) int g = take(); return pool_resize(g);
}
int pool_put(int slot)
{
    if (slot) { _cleanup_(control_drop) int g = take(); pool_resize(g); } return pool_open();
}
