#ifndef FOO_H
#define FOO_H
#include <stdbool.h>
int f(int n);
static inline int g(int n)
{
    return n - 1;
}
#endif
