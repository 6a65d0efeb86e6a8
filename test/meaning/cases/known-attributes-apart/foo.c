#include "foo.h"

int first(int v)
{
    return twice(v);
}

int last(struct item *v)
{
    return v != 0;
}
