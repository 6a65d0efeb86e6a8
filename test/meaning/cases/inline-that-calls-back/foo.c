#include "foo.h"
int use(void) { return is_fatal(code()) + is_known(code()); }
