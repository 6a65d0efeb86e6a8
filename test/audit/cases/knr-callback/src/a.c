#include "pool.h"
static int with(done, opaque)
    void (*done)(void *);
    void *opaque;
{
    done(opaque);
    return 0;
}
static void finish(void *opaque) { pool_resize(1); }
int pool_get(void) { return with(finish, 0); }
