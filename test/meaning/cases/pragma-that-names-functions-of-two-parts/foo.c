#include "foo.h"
int use(void) { report("a"); panic("b"); return run(); }
