#include "osdep.h"
#include "foo.h"

int first(int v)
{
    return last(v);
}
