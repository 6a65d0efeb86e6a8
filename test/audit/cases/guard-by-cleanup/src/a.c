#include "pool.h"

static inline void control_drop(int *g) { (void)g; control_unlock(); }
static inline int control_take(void) { control_lock(); return 1; }
#define CONTROL_GUARD() __attribute__((cleanup(control_drop))) int guard = control_take()
int pool_get(void)
{
    CONTROL_GUARD(); return pool_resize(1);
}
int pool_put(int slot)
{
    { CONTROL_GUARD(); pool_resize(slot); } return pool_open();
}
