#include <stdio.h>
#include "daemon.h"

static int seen;

void again_or_detach(int flags, char **argv)
{
    seen += flags;
}

void close_files(void)
{
    detach(1);
}

int clean_up(void)
{
    detach_helper(2);
    return seen;
}

int main(void)
{
    close_files();
    printf("%d\n", clean_up());
    return 0;
}
