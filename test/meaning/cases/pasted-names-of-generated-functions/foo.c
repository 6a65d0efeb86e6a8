#include <stdio.h>
#include "foo.h"

int main(void)
{
    printf("%d %d %d\n", before(), get_first(), after());
    return 0;
}
