#include "pool.h"
typedef struct Driver { int (*get)(void); int (*reopen)(void); } Driver;
static int file_get(void) { return pool_resize(1); }
static int file_reopen(void) { return pool_resize(2); }
static const Driver file = { .get = file_get, .reopen = file_reopen };
static const Driver *drivers[] = { &file };
int pool_get(void) { const Driver *driver = drivers[0]; return driver->get(); }
