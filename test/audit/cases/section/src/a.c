#include "pool.h"
typedef struct Driver { int (*open)(void); int (*co_read)(void); int (*co_write)(void); } Driver;
static int d_open(void) { return pool_resize(1); }
static int d_read(void) { return pool_resize(2); }
static int d_write(void) { return pool_put(2); }
const Driver driver = { .open = d_open, .co_read = d_read, .co_write = d_write };
int pool_get(void) { const Driver *d = &driver; return d->open(); }
