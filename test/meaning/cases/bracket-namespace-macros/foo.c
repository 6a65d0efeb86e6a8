#include "foo.h"
int use(void) { return first() + second() + third() + fourth(); }
