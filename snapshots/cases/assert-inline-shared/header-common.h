/* SPDX-License-Identifier: MIT */
#pragma once

#include "types.h"

typedef int T;
