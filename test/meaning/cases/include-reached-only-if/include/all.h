#ifndef ALL_H
#define ALL_H
#ifdef ALL
#include "lock.h"
#endif
/*
#include "lock.h"
*/
#endif
