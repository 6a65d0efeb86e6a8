#include "pool.h"
static int helper(void) { return 0; }
int pool_get(void) { return helper(); }
