#include "pool.h"
static int each(int (*visit)(int)) { return visit(1); }
static int shrink(int n) { return pool_resize(n); }
static int look(int n) { return n; }
int pool_get(void) { return each(look); }
int maintain(void) { return each(shrink); }
