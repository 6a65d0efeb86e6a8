/* SPDX-License-Identifier: MIT */
#ifndef PROJECT_API_H
#define PROJECT_API_H

#include "header-graph.h"
#include "header-io.h"

#endif
/* end of header.h */
