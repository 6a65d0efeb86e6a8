#include "foo.h"
int use(void) { return wrap() + unwrap() + seal(); }
