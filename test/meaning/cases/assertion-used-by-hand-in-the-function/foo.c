#include <stdbool.h>
#include LOCKS
#include "foo.h"

int f(int n)
{
    CHECK_LOCK();
    return n + 1;
}

int g(int n)
{
    return n - 1;
}
