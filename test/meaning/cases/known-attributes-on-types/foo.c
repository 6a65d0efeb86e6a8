#include <stdio.h>
#include "foo.h"

char shared_bytes[3];

int first(void)
{
    return _Alignof(shared_bytes);
}

unsigned long second(struct packed *v)
{
    return sizeof *v;
}

int main(void)
{
    return printf("%d %lu\n", first(), second(0)) < 0;
}
