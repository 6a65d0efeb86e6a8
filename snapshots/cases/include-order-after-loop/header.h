/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

#include "header-graph.h"
#include "header-io.h"

#include "multi.h"
#include "magic.h"

#endif
