#include "pool.h"
int notify(int n) { return n; }
int pool_get(void) { return notify(1); }
