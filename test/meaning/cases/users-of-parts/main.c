#include <stdio.h>
#include "b.h"
#include "alone.h"
#include "chain.h"

int main(void)
{
    Node n = { 1 };
    chain(&n);
    printf("%d %d\n", alone(&n), B_TWICE(&n));
    return 0;
}
