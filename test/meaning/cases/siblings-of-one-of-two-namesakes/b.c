#include <net.h>

int use_too(void)
{
    return other();
}
