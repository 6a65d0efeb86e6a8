#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

#include "header-common.h"

/* Walks at most depth steps. */
void graph_walk(int depth);

#endif /* HEADER_GRAPH_H */
