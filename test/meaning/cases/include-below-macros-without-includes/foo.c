/* No include at all. */
#define _GNU_SOURCE 1
#ifndef DEPTH
#define DEPTH 3
#endif

int f(int n)
{
    return n + DEPTH;
}

int g(int n)
{
    return n - 1;
}
