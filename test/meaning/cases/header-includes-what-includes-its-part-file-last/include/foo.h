#ifndef FOO_H
#define FOO_H
int f(int n);
int g(int n);
#include "all.h"
#endif
