#define _FILE_OFFSET_BITS 64
#ifdef HAVE_CONFIG
#include "config.h"
#endif

static int twice(int n) { return n + n; }

int f(int n)
{
    return twice(n);
}

int g(int n)
{
    return n - 1;
}
