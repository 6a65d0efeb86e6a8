#include "pool.h"
int pool_open(void) { return 0; }
int pool_get(void)
{
    return pool_open();
}
