#include "pool.h"
typedef int GetFunc(void);
typedef struct Ops Ops;
struct Ops { GetFunc *get; GetFunc *trim; GetFunc *turn[2]; };
struct device { struct { Ops *ops; } in; };
static int get(void) { return pool_open(); }
static int trim(void) { return pool_resize(1); }
static int turn(void) { return pool_resize(2); }
static Ops *ops_of(struct device *d) { return d->in.ops; }
void begin(Ops *ops) { ops->get = get; (*ops).trim = &trim; ops->turn[1] = turn; }
int pool_get(void) { struct device d, *p = &d; return (*p->in.ops->get)(); }
int pool_put(int slot) { struct device d[2]; return ops_of(&d[slot])->trim(); }
int pool_submit(void (*done)(void *opaque), void *opaque) { return ((struct device *)opaque)->in.ops->turn[0](); }
