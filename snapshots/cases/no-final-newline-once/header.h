/* SPDX-License-Identifier: MIT */
#pragma once

#include "header-graph.h"
#include "header-io.h"
