#include "pool.h"

int pool_get(void)
{
    int r; __asm__ volatile("call pool_open" : "=a"(r) : : "memory"); return r;
}
int pool_put(int slot)
{
    asm("nop"); return slot;
}
