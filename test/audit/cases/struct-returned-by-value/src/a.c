#include "pool.h"
struct range { int from, to; };
enum state { IDLE, BUSY };
struct range whole(struct range one) { return one; }
static int grow(int n) { return pool_resize(n); }
static enum state next(enum state now) { return now; }
static int shrink(int n) { return pool_resize(-n); }
int pool_get() { return grow(1) + shrink(next(IDLE)); }
