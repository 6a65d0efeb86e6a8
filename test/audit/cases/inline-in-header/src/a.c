#include "pool.h"
#include "inline.h"
int pool_get(void) { return grow(1); }
