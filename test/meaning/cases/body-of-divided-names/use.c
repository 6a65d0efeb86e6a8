#include "q.h"

int q_push(int n)
{
    i\
nt m = n;
    return m;
}

int q_pop(int n)
{
    int m<:2:> = <% n, n %>;
    return m<:0:>;
}
