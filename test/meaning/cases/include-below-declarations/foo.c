#include "foo.h"

struct queue;
typedef _Bool flag;
static int twice(int n);
#include "flags.h"

static int twice(int n)
{
    return n + n;
}

int f(int n)
{
    return twice(n);
}

int g(int n)
{
    return n - 1;
}
