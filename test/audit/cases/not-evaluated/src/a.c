#include "pool.h"
int pool_get(void)
{
    __typeof__(pool_resize(1)) n = sizeof(pool_open());
    /* pool_resize(2); */
    const char *text = "pool_resize(3)";
    n += sizeof pool_resize(4) + sizeof *text;
    return n + text[0];
}
