#include "pool.h"
struct step { int (*run)(int); int (*undo)(int); };
struct plan { struct step steps[3]; union { struct step last; int none; }; };
static int grow(int size) { return pool_resize(size); }
static int open_it(int size) { return pool_open(); }
static struct plan plans[2] = { [1].steps[2].undo = grow, [0] = { .last.run = open_it } };
int pool_get(void)
{
    return plans[1].steps[0].undo(1);
}
int pool_put(int slot)
{
    struct plan *plan = &plans[0];
    return plan->last.run(slot);
}
