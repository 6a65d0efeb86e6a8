#include "foo.h"

int LOG_INIT(ARGS(int level))
{
    return level;
}
