#include "pool.h"
int pool_resize(int size);
#define pool_resize(n) (pool_resize)((n) + 1)
static int (*alias)(int);
#define grow pool_resize
int pool_get(void) { return grow(1); }
int pool_put(int slot) { return pool_resize(slot); }
