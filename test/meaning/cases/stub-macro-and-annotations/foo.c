#include "foo.h"

int log_open(void)
{
    log_init();
    return 2;
}
