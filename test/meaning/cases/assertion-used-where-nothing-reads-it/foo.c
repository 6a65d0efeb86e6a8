#include <stdbool.h>
#include <stdio.h>
#include "foo.h"

#define TRACE(x)
#define AGAIN() check_lock()

struct ops { int (*check_lock)(void); };

int f(int n)
{
    /* check_lock(); */
    puts("check_lock();");
#ifdef LOCKS
    check_lock();
#endif
    TRACE(check_lock());
    return n + 1;
}

#ifdef LOCKS
static int unused(void)
{
    check_lock();
    return 0;
}
#endif

int g(int n)
{
    struct ops ops = { 0 };

    return ops.check_lock ? ops.check_lock() : n - 1;
}
