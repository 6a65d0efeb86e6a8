#define _GNU_SOURCE
#if defined(OTHER)
#include <stdint.h>
#include "foo.h"

int f(int n)
{
    return n + 1;
}

int g(int n)
{
    return n - 1;
}

#else
#include <stdbool.h>
#include "foo.h"

int f(int n)
{
    return n + 1;
}

int g(int n)
{
    return n - 1;
}

#endif
