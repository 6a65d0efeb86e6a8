#include "pool.h"
#include "include/string.h"
#include "util/env.h"
int rom_copy(int to, int from) { return pool_resize(to + from); }
int pool_submit(void (*done)(void *opaque), void *opaque) { return copy(1, 2); }
int pool_put(int slot) { return move(slot, 2); }
