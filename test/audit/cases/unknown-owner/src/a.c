#include "pool.h"
struct a { int (*run)(void); };
struct b { int (*run)(void); };
struct c { int (*run)(void); };
struct d { int (*run)(void); };
struct e { int (*lone)(void); };
static int grow(void) { return pool_resize(1); }
struct a a = { grow };
struct b b = { grow };
struct c c = { grow };
struct d d = { grow };
struct e e = { grow };
#define ANY(p) ((__typeof__(&a))(p))
#define SOME(p) ((__typeof__(&e))(p))
int pool_get(void) { return ANY(0)->run(); }
int pool_put(int slot) { return SOME(0)->lone(); }
