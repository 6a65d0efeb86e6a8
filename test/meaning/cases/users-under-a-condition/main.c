#include <stdio.h>
#ifdef USE_CHAIN
#include "two.h"
#endif
#ifdef B_FAST
#define SPEED 2
#else
#define SPEED 1
#endif
#include "late.h"

int main(void)
{
    printf("%d %d\n", SPEED, LATE);
    return 0;
}
