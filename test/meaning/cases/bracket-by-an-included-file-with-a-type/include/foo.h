#ifndef FOO_H
#define FOO_H

#include "hide.h"
int f(int a);
int g(int a);
#include "show.h"
int k(int a);

#endif
