#include "pool.h"
static int resize(int size, int now)
{
    if (now)
        return pool_resize(size);
    return 0;
}
static int prepare(int now, int size) { return resize(size, now); }
static int turned(int now, int size) { return resize(size, !now); }
int pool_get(void) { return prepare(0, 3); }
int pool_put(int slot) { return turned(0, slot); }
