#ifndef MULTI_H
#define MULTI_H
#include "header.h"
int m(int a, int b);
#endif
