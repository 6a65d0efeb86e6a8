#include "pool.h"
static int grow(int n) { return pool_resize(n); }
static int (*choose(int which))(int) { return which ? grow : 0; }
__attribute__((noinline)) static int annotated(int n) __attribute__((unused));
static int annotated(int n) { return pool_open(); }
int pool_get(void) { return choose(0) != 0; }
int pool_put(int slot) { return annotated(slot); }
