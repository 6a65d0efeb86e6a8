#include "pool.h"
typedef int hook_fn(void);
static void (*hook)(void *opaque);
static hook_fn *other;
int pool_get(void) { hook(0); return other(); }
