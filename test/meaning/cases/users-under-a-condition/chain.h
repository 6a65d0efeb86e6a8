#ifndef CHAIN_H
#define CHAIN_H

#include "b.h"

#endif
