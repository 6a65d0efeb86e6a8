/* SPDX-License-Identifier: MIT */
#pragma once

#include "header-common.h"

int h(void);
