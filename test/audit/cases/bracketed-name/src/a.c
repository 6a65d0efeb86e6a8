#include "pool.h"
#define grow(size) (grow)((size) + 1)
struct slot { int number; };
static inline int (grow)(int size) { return pool_resize(size); }
static struct slot ((find))(int number) { struct slot slot = { pool_resize(number) }; return slot; }
static char *(name)(int number) { pool_resize(number); return 0; }
int (pool_get)(void) { return grow(1) + find(2).number; }
int pool_put(int slot) { return *name(slot); }
