#include "pool.h"
#define EACH(i) for (int i = 0; i < 3; i++)
int pool_get(void)
{
    EACH(slot) pool_resize(slot);
    return 0;
}
