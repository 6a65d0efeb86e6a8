#include "pool.h"
#include <stdbool.h>
#include <stddef.h>
static int open_slot(int slot, bool grow)
{
    if (grow && slot > 3)
        pool_resize(1);
    return grow ? pool_resize(2) : slot;
}
static int close_slot(int slot, int *error)
{
    if (error == NULL) {
        return slot;
    }
    return pool_resize(3);
}
struct last { int grow; };
static int clear(int grow)
{
    struct last last;
    last.grow = 1;
    if (!grow)
        goto out;
    pool_resize(4);
out:
    return last.grow;
}
int pool_get(void) { return open_slot(3, false) + clear(0); }
int pool_put(int slot) { return close_slot(slot, NULL); }
