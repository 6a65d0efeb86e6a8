/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

#include "header-common.h"
#include "header-graph.h"
#include "header-io.h"

#endif
