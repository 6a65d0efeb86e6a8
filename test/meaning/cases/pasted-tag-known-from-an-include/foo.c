#include "foo.h"
int use(void) { return names_count(names_new()) + name_size(0); }
