#include "foo.h"

int first(int v)
{
    return depth(v);
}

int last(int v)
{
    return v;
}
