// SPDX-License-Identifier: MIT
#pragma once

#include "header-common.h"

int f(struct s *s);
