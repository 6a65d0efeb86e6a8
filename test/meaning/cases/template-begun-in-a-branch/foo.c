#include "foo.h"

int first(int v)
{
    return size(v) + last(v);
}
