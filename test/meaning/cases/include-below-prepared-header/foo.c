#include <stddef.h>
#define NEED_BOOL
#include "compat.h"
#include "foo.h"

int f(int n)
{
    return n + (NULL == 0);
}

int g(int n)
{
    return n - 1;
}
