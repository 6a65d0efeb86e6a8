#include "pool.h"
#define worker_fn
struct ops { int worker_fn (*first)(int); void *opaque; int worker_fn (*second)(int); };
struct other { int (*second)(int); };
static int grow(int size) { return pool_resize(size); }
static int open_it(int size) { return pool_open(); }
static struct ops table[] = { { 0, 0, grow }, };
static struct other others = { open_it };
int pool_get(void)
{
    return table->second(1);
}
