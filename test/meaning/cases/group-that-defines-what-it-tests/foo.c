#include "foo.h"
int use(void) { return lock(1) + lock_all() + unlock(F_LOCK); }
