#include "memory.h"

void use(void)
{
    free(calloc(1, 2));
    zfree(zcalloc(1, 2));
    panic("%s", 1);
}
