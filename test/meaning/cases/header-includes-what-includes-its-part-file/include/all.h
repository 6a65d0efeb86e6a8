#pragma once
typedef int number;
#ifdef LATER
#include "foo-graph.h"
#endif
