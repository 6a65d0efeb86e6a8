#include "pool.h"
struct state { int in; };
static void set(int *flag) { *flag = 1; }
static int counted(void) { int in = in_control(); in++; return in ? pool_resize(1) : 0; }
static int joined(int more) { int in = in_control(); in |= more; return in ? pool_resize(2) : 0; }
static int by_pointer(void) { int in = in_control(); set(&in); return in ? pool_resize(3) : 0; }
static int in_loop(int turns)
{
    int in = in_control();
    while (turns--) {
        if (in)
            pool_resize(4);
        in = turns;
    }
    return 0;
}
static int in_member(int in, struct state *state) { state->in = in_control(); return in ? pool_resize(5) : 0; }
static int in_branch(int ask) { int out = 0; if (ask) out = !in_control(); if (out) return 0; return pool_resize(6); }
static int sure(int ask) { int in = 0; if (ask) in = in_control(); if (in) return pool_resize(7); return 0; }
int pool_get(void)
{
    return counted() + joined(1) + by_pointer() + in_loop(2) + in_member(1, 0) + in_branch(1) + sure(1);
}
