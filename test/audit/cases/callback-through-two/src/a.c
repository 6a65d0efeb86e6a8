#include "pool.h"
typedef void done_fn(void *opaque);
static void finish(done_fn *call, void *opaque) { (*call)(opaque); }
static void start(int now, done_fn *done, void *opaque) { if (now) finish(done, opaque); }
static void grow(void *opaque) { pool_resize(1); }
int pool_get(void)
{
    start(1, grow, 0);
    return 0;
}
