#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H
/* Released under the BSD terms. */

#include "header-common.h"

void graph_walk(int depth);

#endif
