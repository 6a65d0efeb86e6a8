/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

/*
 * DO NOT ADD ANYTHING IN HERE.
 * Include one of the parts.
 */

#include "header-common.h"
#include "header-graph.h"
#include "header-io.h"

#endif
