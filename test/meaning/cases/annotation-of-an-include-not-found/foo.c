#define FOO_EXPORT
#include "foo.h"

int use(void)
{
    return first(1) + second(2);
}
