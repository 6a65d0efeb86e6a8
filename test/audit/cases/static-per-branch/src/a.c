#include "pool.h"
#ifdef __linux__
static int size_of(int n) { return n; }
#else
static int size_of(int n) { return pool_resize(n); }
#endif
int pool_get(void) { return size_of(1); }
