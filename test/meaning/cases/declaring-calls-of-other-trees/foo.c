#include "foo.h"

int thing_first(Thing *v)
{
    return thing_second(v);
}
