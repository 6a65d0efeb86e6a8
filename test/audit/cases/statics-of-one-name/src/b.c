#include "pool.h"
static int helper(void) { return pool_resize(1); }
int maintain(void) { return helper(); }
