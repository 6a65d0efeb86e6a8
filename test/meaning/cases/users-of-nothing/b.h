#ifndef B_H
#define B_H

#include <stddef.h>
#include "q.h"

#define B_MAX 4
void b_add(int *n);
int b_read(int *n);

#endif
