#include "pool.h"
int pool_put(int slot) { return slot; }
