// SPDX-License-Identifier: MIT
//
// The licence goes on.

#ifndef HEADER_H
#define HEADER_H

// Nothing in here.

#include "header-graph.h"
#include "header-io.h"

#endif // HEADER_H
