#ifndef FOO_H
#define FOO_H
#include "lock.h"
int f(int n);
int g(int n);
#endif
