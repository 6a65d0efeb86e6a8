#include <stdbool.h>
#include "foo.h"

#define LIST_IMPLEMENTATION
#include "list.h"

int f(int n)
{
    return n + 1;
}

int g(int n)
{
    return n - 1;
}
