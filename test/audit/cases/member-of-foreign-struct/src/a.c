#include "pool.h"
#include "foreign.h"
static int fetch(void) { return pool_resize(1); }
static void setup(struct foreign *f) { f->fetch = fetch; }
void begin(struct foreign *f) { setup(f); }
int pool_get(void) { struct foreign *f = 0; return f->fetch(); }
