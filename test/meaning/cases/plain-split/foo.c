#include <assert.h>
#include "foo.h"

struct Foo {
    int count;
};

int foo_open(Foo *foo)
{
    int n = foo->count;

    return n;
}

int foo_read(Foo *foo)
{
    return foo->count;
}
