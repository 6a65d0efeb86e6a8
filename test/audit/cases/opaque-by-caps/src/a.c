#include "pool.h"
#define DEFINE_STEP(name) int name(void)
DEFINE_STEP(first) { return pool_resize(1); }
int pool_get(void) { return 0; }
