#ifndef INNER_H
#define INNER_H
#include "../core/b.h"
int inner(void);
#endif
