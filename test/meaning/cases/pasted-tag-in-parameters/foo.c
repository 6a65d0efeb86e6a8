#include "foo.h"

int use(void)
{
    return names_count_twice(names_new(), names_count);
}
