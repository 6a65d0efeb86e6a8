#include "pool.h"
#define glue_(a, b) a##b
#define glue(a, b) glue_(a, b)
static int glue(pool, _helper)(int n) { return pool_resize(n); }
int pool_get(void) { return glue(pool, _helper)(1); }
