#include "pool.h"
static void finished(void *opaque) { pool_resize(1); }
static int queue(int n, void (*done)(void *opaque)) { return pool_submit(done, 0) + n; }
void begin(void) { queue(1, finished); }
