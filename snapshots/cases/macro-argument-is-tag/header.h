/* SPDX-License-Identifier: MIT */
#ifndef LIST_H
#define LIST_H

#include "header-common.h"
#include "header-graph.h"
#include "header-io.h"

#endif
