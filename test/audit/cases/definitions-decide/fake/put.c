#include "pool.h"
int pool_put(int slot) { return pool_resize(slot); }
