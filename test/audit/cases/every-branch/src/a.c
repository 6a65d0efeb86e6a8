#include "pool.h"
int pool_get(void)
{
#ifdef _WIN32
    return pool_open();
#else
    return 0;
#endif
}
