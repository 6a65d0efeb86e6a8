#include "foo.h"
int x(int *p){int s=0;for(int i=0;i<64;i++)s+=fb(p[i]);return s;}
