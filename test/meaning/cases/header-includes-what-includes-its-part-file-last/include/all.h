#pragma once
#ifdef LATER
#include "foo-graph.h"
#endif
