/* Before errno means something else. */
#include <errno.h>
static inline int *plain_errno(void) { return &errno; }

#include <stdbool.h>
#include "foo.h"

int f(int n)
{
    return n + *plain_errno();
}

int g(int n)
{
    return n - 1;
}
