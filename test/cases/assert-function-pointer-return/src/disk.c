#include "disk.h"

void (*disk_handler(int number))(int)
{
    return 0;
}
