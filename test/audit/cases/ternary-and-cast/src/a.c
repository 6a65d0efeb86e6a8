#include "pool.h"
static void grow(void *o) { pool_resize(1); }
static void grow_more(int *o) { pool_resize(2); }
void begin(int n) { pool_submit(n ? grow : (void (*)(void *))grow_more, &n); }
