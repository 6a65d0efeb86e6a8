#include <stdio.h>
#include "b.h"

int main(void)
{
#if 0
    puts("never");
#elif defined B_SIZE
    puts("sized");
#endif
    return 0;
}
