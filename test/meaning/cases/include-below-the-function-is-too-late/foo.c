#include <stdbool.h>
#include "foo.h"

int f(int n)
{
    return n + 1;
}

#include "lock.h"

int g(int n)
{
    CHECK_LOCK();
    return n - 1;
}
