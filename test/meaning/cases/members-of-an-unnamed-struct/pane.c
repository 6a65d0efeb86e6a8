#include <stdio.h>
#include "pane.h"

int pane_open(int n)
{
    return n + 1;
}

int pane_read(int n)
{
    return n + 2;
}

static struct { int id; struct pane_ops ops; } table[] = {
    { 1, { pane_open, pane_read, pane_read } },
};

int main(void)
{
    printf("%d %d\n", table[0].ops.open(1), table[0].ops.close(1));
    return 0;
}
