#include "multi.h"
int b(curly_t *c) { return multi_set(c, 1, 2); }
