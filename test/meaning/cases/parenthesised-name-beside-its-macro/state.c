#include <stdio.h>
#include "state.h"

struct state {
    int top;
};

int (state_top)(state *S)
{
    return S->top;
}

void (state_settop)(state *S, int at)
{
    S->top = at < 0 ? S->top + at + 1 : at;
}

void (state_pop)(state *S, int n)
{
    S->top = 77;
}

int (state_call)(state *S, int (*k)(state *S, int))
{
    return k(S, state_top(S));
}

int main(void)
{
    state s = { 5 };

    state_pop(&s, 2);
    printf("%d\n", state_top(&s));
    (state_pop)(&s, 2);
    printf("%d\n", state_top(&s));
    return 0;
}
