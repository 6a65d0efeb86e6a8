#include "pool.h"
#include <stdbool.h>
int pool_get(void)
{
    if (in_control() == 0)
        return -1;
    return pool_resize(1);
}
int pool_put(int slot)
{
    if (in_control() != true) {
        return pool_open();
    }
    return pool_resize(slot);
}
