#include "own.h"

int held(Node *n) { return own(n)->buf->used; }
