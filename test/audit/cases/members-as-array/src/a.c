#include "pool.h"
typedef int step_fn(int size);
struct plan { step_fn *steps[4]; const struct plan *next; };
static int grow(int size) { return pool_resize(size); }
static int open_it(int size) { return pool_open(); }
static const struct plan tail = { { [3] = open_it } };
static struct plan plan = { .steps = { grow }, .next = &tail };
int pool_get(void)
{
    int sum = 0;
    for (const struct plan *one = &plan; one; one = one->next)
        sum += one->steps[0](1);
    return sum;
}
