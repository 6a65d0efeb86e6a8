#ifndef FOO_H
#define FOO_H

#include "vis.h"

HIDE int f(int a);
SHOW int g(int a);

#endif
