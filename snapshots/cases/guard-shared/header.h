/* SPDX-License-Identifier: MIT */
#ifndef HEADER_WRAPPER_H
#define HEADER_WRAPPER_H

#include "header-common.h"
#include "header-graph.h"
#include "header-io.h"

#endif
