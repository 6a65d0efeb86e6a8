#include <stdbool.h>
#include <stdio.h>
#include LOCKS
#include "foo.h"

static int locked(int n)
{
    if (n > 1) {
        CHECK_LOCK();
    }
    return n;
}

int f(int n)
{
    return locked(n);
}

int g(int n)
{
    return n - 1;
}
