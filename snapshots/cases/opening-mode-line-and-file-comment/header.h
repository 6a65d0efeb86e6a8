/* -*- Mode: C; tab-width: 4; indent-tabs-mode: nil -*- */
/** \file
 * The main header, which holds common data structures and prototypes.
 */
#ifndef HEADER_H
#define HEADER_H

#include "header-common.h"
#include "header-graph.h"

#endif
