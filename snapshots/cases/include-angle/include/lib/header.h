/* SPDX-License-Identifier: MIT */
#ifndef LIB_HEADER_H
#define LIB_HEADER_H

#include <lib/header-common.h>
#include <other/graph.h>
#include <lib/header-io.h>

#endif
