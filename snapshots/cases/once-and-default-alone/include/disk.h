/* SPDX-License-Identifier: MIT */

#pragma once

#include "disk-common.h"
#include "disk-graph.h"
