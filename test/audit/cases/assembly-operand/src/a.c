#include "pool.h"

int pool_get(void)
{
    __asm__ volatile("call %P0" : : "i"(pool_open) : "memory"); return 0;
}
int pool_put(int slot)
{
    __asm__ volatile goto("jmp %l0" : : : : out); out: return slot;
}
