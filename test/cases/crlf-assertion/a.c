#include "header.h"
int g(void)
{
    return 0;
}
