#include "pool.h"

static int shut(void) { return pool_open(); }
int other(void) __attribute__((alias("shut")));
extern int third(void) __attribute__((__alias__("shut"), unused));
int pool_get(void)
{
    return other();
}
int pool_put(int slot)
{
    return slot + third();
}
