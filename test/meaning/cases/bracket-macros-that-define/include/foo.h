#ifndef FOO_H
#define FOO_H

#include "vis.h"

HIDDEN_FROM_HERE;
int f(int a);
HIDDEN_TO_HERE;
int g(int a);

#endif
