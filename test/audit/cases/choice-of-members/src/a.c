#include "pool.h"

struct ops { int (*m)(void); };
static int bad(void) { return pool_resize(0); }
static int good(void) { return 0; }
static struct ops all = { .m = good };

int pool_get(void)
{
    struct ops *o = &all;
    return (o->m ? o->m : bad)();
}
