#ifndef FOO_H
#define FOO_H

#define VISIBILITY(x) <x.h>
#include VISIBILITY(hide)
int f(int a);
#include VISIBILITY(show)
int g(int a);

#endif
