#include "proc.h"

void settle(void)
{
    char *none[] = { 0 };

    spawn_again(none);
    spawn();
}
