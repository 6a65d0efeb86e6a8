#include "foo.h"

int g(int a)
{
    return a;
}
