#include "foo.h"

int f(int n)
{
    return n + 1;
}

int g(int n)
{
    int lock_held(void);

    lock_held();
    return n - 1;
}
