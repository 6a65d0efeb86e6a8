#include "curly.h"
int curly_open(curly_t *c) { return multi_set(c, 1, 2); }
int curly_close(curly_t *c) { return !c; }
