#define WIDE_TIME
#include "meta.h"

int main(void)
{
    struct meta64 m;
    return meta64("", &m) + fmeta64(0, &m);
}
