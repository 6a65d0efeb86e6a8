#ifndef FOO_H
#define FOO_H
#ifdef LATER
#include "foo-io.h"
#endif
int f(int n);
int g(int n);
#endif
