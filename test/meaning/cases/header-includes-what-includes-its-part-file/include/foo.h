#ifndef FOO_H
#define FOO_H
#include "all.h"
int f(number n);
int g(number n);
#endif
