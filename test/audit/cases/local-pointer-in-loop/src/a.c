#include "pool.h"

int pool_get(void)
{
    int (*p)(void) = 0; for (int i = 0; i < 2; i++) { if (p) p(); p = pool_open; } return 0;
}
int pool_put(int slot)
{
    return slot;
}
