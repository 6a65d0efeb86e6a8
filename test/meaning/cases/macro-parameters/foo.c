#include "foo.h"

int count(void)
{
    return TELL(1, 2);
}
