#include "parser.h"
int parse(error_t *e) { return error_get(e); }
