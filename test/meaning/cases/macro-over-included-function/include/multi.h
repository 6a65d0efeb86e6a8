#ifndef MULTI_H
#define MULTI_H
#include "curly.h"
int multi_set(curly_t *c, int o, int v);
#endif
