#include "pool.h"
typedef struct Handler { int (*handle)(int); } Handler;
static int handle(int n) { return pool_resize(n); }
Handler handler = { .handle = handle };
int worker_main(void) { return pool_open(); }
int admin_main(void) { return pool_open(); }
static void *thread(void *p) { pool_resize(1); return p; }
void spawn(void *(*run)(void *), void *opaque);
void begin(void) { spawn(thread, 0); }
int pool_get(void) { return admin_main(); }
