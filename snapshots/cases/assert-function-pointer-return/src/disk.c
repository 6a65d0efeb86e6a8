#include "disk.h"

void (*disk_handler(int number))(int)
{
    assert_main();
    return 0;
}
