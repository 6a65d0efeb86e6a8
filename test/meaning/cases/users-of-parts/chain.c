#include "chain.h"

void chain(Node *n)
{
    CHAIN(n);
    if (b_read(n) > B_MAX) {
        n->id = B_MAX;
    }
}
