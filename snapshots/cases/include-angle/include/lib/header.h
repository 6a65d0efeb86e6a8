/* SPDX-License-Identifier: MIT */
#ifndef LIB_HEADER_H
#define LIB_HEADER_H

#include "header-common.h"
#include <other/graph.h>
#include "header-io.h"

#endif
