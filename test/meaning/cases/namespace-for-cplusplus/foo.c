#include "foo.h"

int first(void)
{
    return second() + third();
}
