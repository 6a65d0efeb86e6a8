// SPDX-License-Identifier: MIT
#pragma once

#include "header-common.h"
#include "header-graph.h"
#include "header-io.h"
