#include <stdio.h>
#include "panes.h"

struct pane one = { 1 };
struct panes all_panes = { &one };

int pane_cmp(struct pane *a, struct pane *b)
{
    return a->id - b->id;
}

struct pane *pane_first(void)
{
    struct pane two = { 2 };

    return panes_least(&all_panes, &two) == &one ? &one : NULL;
}

void pane_free(struct pane *pane)
{
}

int main(void)
{
    printf("%d\n", pane_first()->id);
    pane_free(&one);
    return 0;
}
