#include <stdbool.h>
#include "foo.h"

static int held(void)
{
#include "lock.h"
    return lock_held();
}

int f(int n)
{
    return n + held();
}

int g(int n)
{
    return n - 1;
}
