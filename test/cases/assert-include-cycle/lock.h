#ifndef LOCK_H
#define LOCK_H
#include "header.h"
int lock_held(void);
#endif
