#include "foo.h"

int f(int n)
{
    return n + 1;
}

int g(int n)
{
    return n - 1;
}
