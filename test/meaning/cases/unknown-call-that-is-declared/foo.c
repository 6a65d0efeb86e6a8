#include "foo.h"

int first(int v)
{
    return second(v) + third(v);
}
