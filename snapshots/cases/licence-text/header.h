/*
 * Copyright © 2005 Somebody
 *
 * All rights given.
 */

#ifndef HEADER_H
#define HEADER_H

#include "header-graph.h"
#include "header-io.h"

#endif
