#include "b.h"

void b_add(Node *n)
{
    n->id++;
}

int b_read(Node *n)
{
    return n->id;
}
