#ifndef CHAIN_H
#define CHAIN_H

#include "b.h"

#define CHAIN(n) b_add(n)

void chain(Node *n);

#endif
