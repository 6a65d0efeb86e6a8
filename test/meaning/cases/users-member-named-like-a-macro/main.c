#include <stdio.h>
#include "t.h"
static int one(int x) { return x; }
static int two(int x) { return -x; }
#include "h.h"
int g(void) { return 0; }
int main(void)
{
    struct t2 q = { one, two };
    printf("%d %d\n", q.cb(1), g());
    return 0;
}
