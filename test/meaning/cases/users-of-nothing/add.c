#include <stddef.h>
#include "b.h"

void add(int *n)
{
    b_add(n);
}
