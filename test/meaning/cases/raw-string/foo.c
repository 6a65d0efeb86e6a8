#include <stdio.h>
#include "foo.h"

int first(const char *text)
{
    return puts(text);
}

int main(void)
{
    return first(help) < 0 || first(USAGE) < 0;
}
