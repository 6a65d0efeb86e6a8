#define WIDE_FILES
#include "lock.h"

int main(void)
{
    return hold(F_HOLD, 2) + hold64(F_HOLD, 3);
}
