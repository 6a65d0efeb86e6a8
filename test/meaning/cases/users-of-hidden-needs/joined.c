#include "b.h"
#include "cat.h"

int joined(Node *n) { return CAT(b_, read)(n); }
