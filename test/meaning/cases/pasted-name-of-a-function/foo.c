#include "foo.h"
int use(void) { return start() + stop(); }
