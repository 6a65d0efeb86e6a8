#include "error.h"
int error_get(error_t *e) { return e->code; }
int error_set(error_t *e) { return parse(e); }
