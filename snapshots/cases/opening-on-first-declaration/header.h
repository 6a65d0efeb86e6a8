/* What all of the server shares. */

#ifndef HEADER_H
#define HEADER_H

#include "header-common.h"
#include "header-graph.h"

#endif /* HEADER_H */
