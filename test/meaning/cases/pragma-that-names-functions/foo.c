#include "foo.h"
int use(void) { return index_of(4) + first(1); }
