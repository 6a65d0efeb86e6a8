#include "pool.h"

struct o { int (*m)(void); };
static struct o t = { .m = pool_open };
int pool_get(void)
{
    struct o *o = &t; int (*f)(void) = o->m; return f();
}
int pool_put(int slot)
{
    int (*f)(void); f = t.m; return f() + slot;
}
