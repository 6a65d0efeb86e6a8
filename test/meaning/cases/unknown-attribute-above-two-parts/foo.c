#include "foo.h"

int last(int v)
{
    return second(v);
}
