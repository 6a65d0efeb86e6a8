#include "pool.h"

static void control_drop(int *g) { (void)g; control_unlock(); }
#define CONTROL_GUARD() int guard __attribute__((cleanup(control_drop))) = (control_lock(), 1)
static void once(void) { CONTROL_GUARD(); pool_resize(3); }
int pool_get(void)
{
    once(); return pool_resize(1);
}
int pool_put(int slot)
{
    once(); control_lock(); pool_resize(2); control_unlock(); return slot;
}
