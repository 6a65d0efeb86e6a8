#ifndef HEADER_H
#define HEADER_H

/*
 * Copyright (c) 2005 Somebody
 */

#include "header-graph.h"
#include "header-io.h"

#endif
