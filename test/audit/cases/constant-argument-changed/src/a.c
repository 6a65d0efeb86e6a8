#include "pool.h"
#define TURN_ON(flag) do { flag = 1; } while (0)
#define ON now = 1
static void set(int *flag) { *flag = 1; }
static int assigned(int now) { if (pool_get()) now = 1; return now ? pool_resize(1) : 0; }
static int counted(int now) { now++; return now ? pool_resize(2) : 0; }
static int by_pointer(int now) { set(&now); return now ? pool_resize(3) : 0; }
static int by_macro(int on) { TURN_ON(on); return on ? pool_resize(4) : 0; }
static int in_macro(int now) { ON; return now ? pool_resize(5) : 0; }
static int hidden(int on) { { int a, on[2]; a = 0; if (on) return pool_resize(6); } return 0; }
static int in_assembly(int on) { __asm__("" : "+r" (on)); return on ? pool_resize(7) : 0; }
static int in_branch(int on)
{
#ifdef CHECKED
    if (on)
#endif
        return pool_resize(8);
    return 0;
}
int pool_get(void)
{
    return assigned(0) + counted(0) + by_pointer(0) + by_macro(0) + in_macro(0) + hidden(0) + in_assembly(0) + in_branch(0);
}
