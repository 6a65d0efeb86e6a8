#include "pool.h"
#define GROW_BY(n) pool_resize(n)
#define GROW() GROW_BY(4)
int pool_get(void) { return GROW(); }
