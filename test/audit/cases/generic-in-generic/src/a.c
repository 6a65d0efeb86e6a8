#include "pool.h"

static int bad(void) { return pool_resize(0); }
static int good(void) { return 0; }

int pool_get(void)
{
    int x = 0;
    return _Generic(x, int: _Generic(&x, int *: bad, default: good), default: good)();
}
