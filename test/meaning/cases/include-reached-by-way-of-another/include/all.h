#ifndef ALL_H
#define ALL_H
#include "inner.h"
#endif
