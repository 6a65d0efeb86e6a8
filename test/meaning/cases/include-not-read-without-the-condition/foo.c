#include "foo.h"
#ifdef HAVE_LOCK
#include <stdbool.h>

int f(int n)
{
    return n + 1;
}

int g(int n)
{
    return n - 1;
}

#endif
