#include "foo.h"

int sum(int a, int b)
{
    return product(a, 1) + b;
}
