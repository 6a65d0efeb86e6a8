#include "pool.h"
static void (*later)(void *);
int pool_submit(void (*done)(void *opaque), void *opaque) { later = done; return 0; }
static void finished(void *opaque) { pool_resize(1); }
void begin(void) { pool_submit(finished, 0); }
