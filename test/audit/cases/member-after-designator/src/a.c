#include "pool.h"
struct ops { int number; int flags; int (*run)(void); int (*stop)(void); };
static int real(void) { return pool_resize(1); }
static int idle(void) { return 0; }
static struct ops first = { .flags = 1, real, idle };
static struct ops table[] = { [1] = { .flags = 2, real, idle }, { .run = idle, idle } };
int pool_get(void) { return first.run() + table[1].run(); }
int pool_put(int slot) { return table[slot].stop(); }
