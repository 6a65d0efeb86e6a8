#include "pool.h"
struct ops { int (*run)(void); };
struct more { int (*also)(void); };
static int real(void) { return pool_resize(1); }
static int deduced(void) { return pool_resize(2); }
static struct ops ops = { real };
static struct more more = { deduced };
int pool_get(void) { __typeof__(ops) *own = &ops; return own->run(); }
int pool_put(int slot) { __auto_type own = &more; return own->also() + slot; }
