/*
 * Copyright 2003 The server people
 */

/* What all of the server shares. */

/* vim: set ts=8 sw=4: */
#ifndef HEADER_H
#define HEADER_H

#include "header-common.h"
#include "header-graph.h"

#endif
