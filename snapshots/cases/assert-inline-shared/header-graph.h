/* SPDX-License-Identifier: MIT */
#pragma once

#include "header-common.h"
#include "lock.h"

static inline T f(T a) { assert_locked(); return a; }
