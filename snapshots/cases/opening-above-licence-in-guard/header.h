/* What all of the server shares. */
#ifndef HEADER_H
#define HEADER_H
/* Released under the BSD terms. */

#include "header-common.h"
#include "header-graph.h"

#endif
