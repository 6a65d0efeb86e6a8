#include "header.h"
int g(void)
{
    assert_io();
    return 0;
}
