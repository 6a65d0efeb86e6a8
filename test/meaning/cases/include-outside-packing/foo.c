#include <stdbool.h>
#pragma pack(push, 1)
#include "foo.h"
#pragma pack(pop)
#include <stddef.h>

int f(int n)
{
    return n + 1;
}

int g(int n)
{
    return n - 1;
}
