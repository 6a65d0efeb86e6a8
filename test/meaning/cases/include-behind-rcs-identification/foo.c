#include <sys/types.h>
__RCSID("$Id: foo.c,v 1.2 $");
static const char *TAG = "foo";
MODULE_NOTE("foo")
#include <stdbool.h>
#include "foo.h"
const char *tag(void);
const char *tag(void) { return TAG; }

int f(int n)
{
    return n + 1;
}

int g(int n)
{
    return n - 1;
}
