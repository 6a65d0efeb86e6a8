#include "foo.h"

#define CHECK_LOCK() ((void)0)

int f(int n)
{
    return n + 1;
}

int g(int n)
{
    return n - 1;
}
