#include "foo.h"

int first(void)
{
    return items == 0;
}

int second(void)
{
    return 1;
}

int main(void)
{
    return first() + second();
}
