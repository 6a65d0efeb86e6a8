#include "b.h"
#include "used.h"

int by_macro(Node *n) { return USED(b_buf(n)); }
