#include "foo.h"

int foo_max(void)
{
    return FOO_MAX + foo_min();
}
