#ifndef TWO_H
#define TWO_H

#ifdef USE_CHAIN
#include "chain.h"
#endif
#ifdef USE_B
#include "b.h"
#endif

#endif
