/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

#include "graph.h"
#include "header-io.h"

#endif /* HEADER_H */
