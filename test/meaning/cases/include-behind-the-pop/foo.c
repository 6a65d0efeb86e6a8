#ifdef __GNUC__
#pragma pack(push, 1)
#endif
#include "wire.h"
#ifdef __GNUC__
#pragma pack(pop)
#endif

int f(int n)
{
    return n + 1;
}

int g(int n)
{
    return n - 1;
}
