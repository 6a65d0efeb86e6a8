/* SPDX-License-Identifier: MIT */
#ifndef SYS_HEADER_H
#define SYS_HEADER_H

#include "header-common.h"
#include "header-graph.h"
#include "header-io.h"

#endif
