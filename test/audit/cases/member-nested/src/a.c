#include "pool.h"
typedef struct Base { int (*finish)(void); } Base;
typedef struct Driver { const char *name; Base base; } Driver;
typedef struct Queue { int (*finish)(void); } Queue;
static int driver_finish(void) { return pool_resize(1); }
Driver driver = { .name = "driver", .base = { .finish = driver_finish } };
int pool_get(void) { Queue *queue = 0; return queue->finish(); }
int pool_put(int slot) { Driver *d = &driver; return d->base.finish() + slot; }
