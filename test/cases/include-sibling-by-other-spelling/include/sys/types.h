#ifndef TYPES_H
#define TYPES_H
#include "header.h"
typedef int t_t;
#endif
