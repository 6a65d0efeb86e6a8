#include <net.h>

int use(void)
{
    return first() + second() + other();
}
