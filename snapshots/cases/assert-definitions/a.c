#include "header.h"
#include "lock.h"

int f(void)
{
    int a = 1;
    assert_locked();
    return a;
}

int g(void)
{
    return 2;
}
