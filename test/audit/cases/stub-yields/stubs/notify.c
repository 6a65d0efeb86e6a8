#include "pool.h"
int notify(int n) { return pool_resize(n); }
