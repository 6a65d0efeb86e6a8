// SPDX-License-Identifier: MIT
//
// The licence goes on.

#ifndef HEADER_IO_H
#define HEADER_IO_H

#include "header-graph.h"

// I/O.

int g(void); // about g

#endif // HEADER_IO_H
