#include "foo.h"

int count(void)
{
    return pair_count();
}
