#include "pool.h"
int pool_get(void)
{
    return (&pool_resize)(1);
}
