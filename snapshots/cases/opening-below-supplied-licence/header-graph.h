/* vim: set ts=8 sw=4: */
/*
 * Copyright 2003 The server people
 */

#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

#include "header-common.h"

void graph_walk(int depth);

#endif
