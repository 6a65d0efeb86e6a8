#include "pool.h"

static void control_drop(int *g) { (void)g; control_unlock(); }
static int control_take(void) { control_lock(); return 1; }
#define WITH_CONTROL() for (int g __attribute__((cleanup(control_drop))) = control_take(), once = 1; once; once = 0)
int pool_get(void)
{
    WITH_CONTROL() { pool_resize(1); } return 0;
}
int pool_put(int slot)
{
    WITH_CONTROL() pool_resize(slot); return pool_open();
}
