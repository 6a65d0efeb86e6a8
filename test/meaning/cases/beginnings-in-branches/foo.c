#include "foo.h"

foo_number first(void)
{
    return second() + third() + count(1);
}
